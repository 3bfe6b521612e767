package cn.dabiao.api.campaign;

import java.time.LocalDate;

import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.value.Title;
import cn.dabiao.domain.value.Township;

/**
 * A school that has filed no plan although the campaign's date has passed.
 *
 * @param daysOverdue whole days since that date, in the campaign's zone
 */
public record OverduePlan(
        SchoolCode schoolCode,
        Title schoolName,
        SchoolKind kind,
        Ownership ownership,
        Township township,
        LocalDate planDeadline,
        int daysOverdue) {}
