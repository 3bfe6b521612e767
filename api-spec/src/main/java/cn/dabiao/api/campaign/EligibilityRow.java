package cn.dabiao.api.campaign;

import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.campaign.Ineligibility;
import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.value.Title;
import cn.dabiao.domain.value.Township;

/**
 * Whether a school may be considered for the safety awards (评先资格, RULES.md §4.12), and why not.
 *
 * @param reasons    everything that stands against it; empty when it is eligible
 * @param grade      the one that counts; null for a school that has none
 * @param determined whether that is a determination of NOT_ATTAINED
 */
public record EligibilityRow(
        SchoolCode schoolCode,
        Title schoolName,
        SchoolKind kind,
        Ownership ownership,
        Township township,
        boolean eligible,
        List<Ineligibility> reasons,
        @Nullable Grade grade,
        boolean determined) {

    public EligibilityRow {
        reasons = List.copyOf(reasons);
    }
}
