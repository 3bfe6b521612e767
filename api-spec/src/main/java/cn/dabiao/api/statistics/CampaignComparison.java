package cn.dabiao.api.statistics;

import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.dabiao.api.statistics.CampaignFigures.GradeShare;
import cn.dabiao.api.statistics.CampaignFigures.TotalFigures;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.standard.CategoryCode;
import cn.dabiao.domain.standard.CheckpointCode;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.standard.StandardId;
import cn.dabiao.domain.value.Mean;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Title;

/**
 * A campaign beside another one of the same bureau. Totals and categories are compared in percent of what they are worth,
 * so that standards of different sums can be compared; a change is a difference in percentage points, rounded once.
 * Items and checkpoints are compared when both campaigns are on the same standard, for else they demand different things.
 *
 * @param before the campaign that is compared with
 * @param after  the campaign that is asked about
 * @param change of the mean total; null when one of them has no graded school
 */
public record CampaignComparison(
        ComparedCampaign before,
        ComparedCampaign after,
        @Nullable Mean change,
        List<ComparedGrade> grades,
        List<ComparedCategory> categories,
        List<ComparedItem> items,
        List<ComparedCheckpoint> checkpoints,
        ComparedSchools schools,
        long position) {

    public CampaignComparison {
        grades = List.copyOf(grades);
        categories = List.copyOf(categories);
        items = List.copyOf(items);
        checkpoints = List.copyOf(checkpoints);
    }

    /**
     * @param points      the sum of its standard
     * @param schools     those it is counted over
     * @param meanPercent the mean total in percent of {@code points}
     */
    public record ComparedCampaign(
            CampaignId campaignId,
            StandardId standardId,
            Points points,
            int schools,
            List<GradeShare> grades,
            TotalFigures totals,
            @Nullable Mean meanPercent) {

        public ComparedCampaign {
            grades = List.copyOf(grades);
        }
    }

    /** @param change of the share of schools that have the grade, in percentage points */
    public record ComparedGrade(Grade grade, int before, int after, @Nullable Mean change) {}

    /** A category that both standards have, by the percentage that was reached of it. */
    public record ComparedCategory(
            CategoryCode category, @Nullable Mean before, @Nullable Mean after, @Nullable Mean change) {}

    /** An item by its mean score. */
    public record ComparedItem(ItemNo itemNo, @Nullable Mean before, @Nullable Mean after, @Nullable Mean change) {}

    /** A demand by the percentage of schools that failed it, in one of the two at least. */
    public record ComparedCheckpoint(
            CheckpointCode checkpoint, @Nullable Mean before, @Nullable Mean after, @Nullable Mean change) {}

    /**
     * What became of the schools that are in both.
     *
     * @param inBoth  with an assessment in both
     * @param scored  of those, with a total in both, which {@code better}, {@code equal} and {@code worse} are of
     * @param graded  of those, with a grade that counts in both, which {@code risen}, {@code same} and {@code fallen} are
     *                of
     */
    public record ComparedSchools(
            int inBoth, int scored, int better, int equal, int worse, int graded, int risen, int same, int fallen) {}

    /**
     * A school that has an assessment in both.
     *
     * @param before its total in points, as {@code beforePercent} in percent of what its standard is worth; null without
     *               one
     */
    public record ComparedSchool(
            SchoolCode schoolCode,
            Title schoolName,
            @Nullable Points before,
            @Nullable Points after,
            @Nullable Mean beforePercent,
            @Nullable Mean afterPercent,
            @Nullable Mean change,
            @Nullable Grade gradeBefore,
            @Nullable Grade gradeAfter) {}
}
