package cn.dabiao.api.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.assessment.Action;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.assessment.Document;
import cn.dabiao.domain.assessment.Draw.Exclusion;
import cn.dabiao.domain.assessment.Draw.Load;
import cn.dabiao.domain.assessment.Phase;
import cn.dabiao.domain.assessment.Seed;
import cn.dabiao.domain.assessment.SeedOrigin;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.people.GroupMember;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolFacts;
import cn.dabiao.domain.scoring.ItemScore;
import cn.dabiao.domain.scoring.Scoresheet.CategoryTotal;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.standard.StandardId;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.domain.value.Opinion;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.domain.value.Sha256;
import cn.dabiao.domain.value.Title;

/**
 * An assessment as it is. To an analyst the names and phones of persons are left out.
 *
 * @param total   of the latest grade; null until one is assigned
 * @param items   the scores that count now: those of the latest round, as far as it has been scored
 * @param rounds  every round with what each item had in it
 * @param allowed what the caller may do now, by the very rules that decide a command
 */
public record AssessmentView(
        AssessmentId assessmentId,
        CampaignId campaignId,
        SchoolCode schoolCode,
        Title schoolName,
        BureauCode bureau,
        StandardId standardId,
        Phase state,
        @Nullable Grade grade,
        @Nullable Points total,
        List<ScoredItem> items,
        Plan plan,
        @Nullable SelfAssessmentResult selfAssessment,
        @Nullable Declaration application,
        List<InspectorDraw> draws,
        List<Round> rounds,
        @Nullable GradeResult assignedGrade,
        List<Action> allowed,
        long version,
        long position) {

    /** An item's points, and what is left of them; the score is null while it has not been scored. */
    public record ScoredItem(int itemNo, Points points, @Nullable Points score) {}

    /** The plan as filed last. */
    public record Plan(
            Title title,
            Document document,
            List<GroupMember> leadingGroup,
            LocalDate deadline,
            boolean late,
            Instant submittedAt) {}

    /** What the school gives itself, and whether that is enough to apply. */
    public record SelfAssessmentResult(
            Points total, Points threshold, boolean qualified, List<ItemScore> items, Instant assessedAt) {}

    /** The declaration with the register's facts of its moment; without persons for analysts. */
    public record Declaration(
            LocalDate declaredOn,
            @Nullable PersonName sealedBy,
            @Nullable SchoolFacts school,
            Points selfTotal,
            Instant submittedAt) {}

    /** A draw, with all that is needed to repeat it. */
    public record InspectorDraw(
            int drawNo,
            Seed seed,
            SeedOrigin seedFrom,
            int count,
            Sha256 rosterHash,
            List<Exclusion> exclusions,
            List<InspectorId> eligible,
            List<Load> loads,
            List<InspectorId> drawn,
            InspectorId lead,
            @Nullable Reason reason,
            Instant drawnAt) {}

    /** A round of review. */
    public record Round(
            int round,
            List<InspectorId> inspectors,
            InspectorId lead,
            LocalDate visitOn,
            List<ReviewedItemView> items,
            List<Signed> signatures,
            boolean complete) {}

    /** A signature under a round's scores. */
    public record Signed(InspectorId inspectorId, @Nullable Opinion opinion) {}

    /** The grade as the bureau assigned it. */
    public record GradeResult(
            int round,
            Grade grade,
            Points total,
            List<CategoryTotal> categoryTotals,
            Opinion opinion,
            @Nullable PersonName sealedBy,
            Instant assignedAt) {}
}
