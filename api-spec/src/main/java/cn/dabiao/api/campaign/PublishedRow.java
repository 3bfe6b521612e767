package cn.dabiao.api.campaign;

import java.util.List;

import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.scoring.Scoresheet.CategoryTotal;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Title;

/**
 * A school in a publication, as it stood then.
 *
 * @param rank       its place in the campaign, 1 for the best; schools with equal points share one
 * @param rankInKind its place among the schools of its kind
 * @param grade      the one that counted
 * @param determined whether that was a determination of NOT_ATTAINED, whatever the scores gave
 * @param pending    whether an appeal was open, so that the grade could yet change
 */
public record PublishedRow(
        int rank,
        int rankInKind,
        SchoolCode schoolCode,
        Title schoolName,
        SchoolKind kind,
        Grade grade,
        boolean determined,
        boolean pending,
        Points total,
        List<CategoryTotal> categoryTotals) {}
