package cn.dabiao.api.campaign;

import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.scoring.Scoresheet.CategoryTotal;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Title;
import cn.dabiao.domain.value.Township;

/**
 * A graded school in the ranking.
 *
 * @param rank          its place in the campaign, 1 for the best; schools with equal points share one
 * @param rankInKind    its place among the schools of its kind
 * @param grade         the one that counts
 * @param determined    whether that is a determination of NOT_ATTAINED, whatever the scores give
 * @param total         of the scores, also of a school determined NOT_ATTAINED
 * @param round         the round that gave the grade; null in a published row
 * @param pending       whether an appeal is open, so that the grade may yet change
 * @param publicationNo the publication from which the row is; null for the ranking as it is now
 */
public record RankingRow(
        int rank,
        int rankInKind,
        AssessmentId assessmentId,
        SchoolCode schoolCode,
        Title schoolName,
        SchoolKind kind,
        Ownership ownership,
        Township township,
        Grade grade,
        boolean determined,
        Points total,
        List<CategoryTotal> categoryTotals,
        @Nullable Integer round,
        boolean pending,
        @Nullable Integer publicationNo) {}
