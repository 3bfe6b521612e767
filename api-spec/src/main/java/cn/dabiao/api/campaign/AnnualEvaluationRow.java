package cn.dabiao.api.campaign;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.campaign.AnnualEvaluation;
import cn.dabiao.domain.campaign.Contribution;
import cn.dabiao.domain.campaign.Weight;
import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Title;
import cn.dabiao.domain.value.Township;

/**
 * What a school's result contributes to the annual safety evaluation (RULES.md §4.13).
 *
 * @param grade        the one that counts; null for a school that has none
 * @param determined   whether that is a determination of NOT_ATTAINED
 * @param total        of the scores, also of a school determined NOT_ATTAINED; null without an assigned grade
 * @param contribution {@code total} times {@code weight}, exactly; 0 for a school determined NOT_ATTAINED, null for one
 *                     that has no grade
 * @param reason       why it is not the total times the weight; null when it is
 */
public record AnnualEvaluationRow(
        SchoolCode schoolCode,
        Title schoolName,
        SchoolKind kind,
        Ownership ownership,
        Township township,
        @Nullable Grade grade,
        boolean determined,
        @Nullable Points total,
        Weight weight,
        @Nullable Contribution contribution,
        AnnualEvaluation.@Nullable Reason reason) {}
