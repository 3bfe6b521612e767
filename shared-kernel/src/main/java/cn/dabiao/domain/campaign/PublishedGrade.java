package cn.dabiao.domain.campaign;

import java.util.List;

import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.scoring.Scoresheet.CategoryTotal;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Title;

/**
 * One school's line in a publication of grades (公示), as it stood then.
 *
 * @param rank       the school's place in the campaign, 1 for the first; equal ones share a place
 * @param rankInKind its place among the schools of its kind
 * @param determined whether the grade was determined rather than scored (认定, RULES.md §4.7)
 * @param pending    whether an appeal against it is open, so that it may yet change
 */
public record PublishedGrade(
        SchoolCode schoolCode,
        Title schoolName,
        SchoolKind kind,
        Points total,
        Grade grade,
        List<CategoryTotal> categoryTotals,
        int rank,
        int rankInKind,
        boolean determined,
        boolean pending) {

    public PublishedGrade {
        categoryTotals = List.copyOf(categoryTotals);
    }
}
