package cn.dabiao.query.outcome;

import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.dabiao.api.campaign.AnnualEvaluationRow;
import cn.dabiao.api.campaign.EligibilityRow;
import cn.dabiao.domain.campaign.AnnualEvaluation;
import cn.dabiao.domain.campaign.Ineligibility;
import cn.dabiao.domain.campaign.Weight;
import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Title;
import cn.dabiao.domain.value.Township;

/**
 * A school as the register has it, and what its assessment has come to.
 *
 * @param grade the one that counts
 * @param total of the grade that was assigned
 */
record SchoolOutcome(
        SchoolCode schoolCode,
        Title schoolName,
        SchoolKind kind,
        Ownership ownership,
        Township township,
        @Nullable Grade grade,
        boolean determined,
        @Nullable Points total,
        List<Ineligibility> ineligible) {

    EligibilityRow eligibility() {
        return new EligibilityRow(
                schoolCode, schoolName, kind, ownership, township, ineligible.isEmpty(), ineligible, grade, determined);
    }

    AnnualEvaluationRow annualEvaluation(Weight weight) {
        AnnualEvaluation evaluation = AnnualEvaluation.of(total, determined, weight);
        return new AnnualEvaluationRow(
                schoolCode,
                schoolName,
                kind,
                ownership,
                township,
                grade,
                determined,
                total,
                weight,
                evaluation.contribution(),
                evaluation.reason());
    }
}
