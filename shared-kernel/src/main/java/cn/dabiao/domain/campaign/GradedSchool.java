package cn.dabiao.domain.campaign;

import java.util.List;

import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.scoring.Scoresheet.CategoryTotal;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Title;

/**
 * A graded school as a publication finds it, before it is ranked; the components are those of {@link PublishedGrade}.
 *
 * @param schoolName as the school declared itself, like its kind
 * @param total      of the scores, also of a school determined NOT_ATTAINED
 * @param grade      the one that counts
 */
public record GradedSchool(
        SchoolCode schoolCode,
        Title schoolName,
        SchoolKind kind,
        Points total,
        Grade grade,
        List<CategoryTotal> categoryTotals,
        boolean determined,
        boolean pending) {

    public GradedSchool {
        categoryTotals = List.copyOf(categoryTotals);
    }

    PublishedGrade ranked(int rank, int rankInKind) {
        return new PublishedGrade(
                schoolCode, schoolName, kind, total, grade, categoryTotals, rank, rankInKind, determined, pending);
    }
}
