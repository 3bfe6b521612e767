package cn.dabiao.api.campaign;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.measure.MeasureId;
import cn.dabiao.domain.rectification.OrderId;
import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.value.Title;
import cn.dabiao.domain.value.Township;

/**
 * Something that a school should have done by a date that has passed.
 *
 * @param orderId      the rectification order that waits for a report; null for all others
 * @param measureId    the interview in which the school committed itself; null for all others
 * @param commitmentNo the number of the commitment in that interview; null for all others
 * @param dueOn        the last day on which it would have been in time
 * @param planDeadline of a plan the same day, the campaign's date; null for all others
 * @param daysOverdue  whole days since that date, in the campaign's zone
 */
public record OverdueRow(
        SchoolCode schoolCode,
        Title schoolName,
        SchoolKind kind,
        Ownership ownership,
        Township township,
        OverdueTask what,
        @Nullable OrderId orderId,
        @Nullable MeasureId measureId,
        @Nullable Integer commitmentNo,
        LocalDate dueOn,
        @Nullable LocalDate planDeadline,
        int daysOverdue) {}
