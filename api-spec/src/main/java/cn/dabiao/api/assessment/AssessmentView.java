package cn.dabiao.api.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.appeal.AppealId;
import cn.dabiao.domain.assessment.Action;
import cn.dabiao.domain.assessment.AssessmentId;
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
import cn.dabiao.domain.value.Authority;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.domain.value.Opinion;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.domain.value.Sha256;
import cn.dabiao.domain.value.Title;

/**
 * An assessment as it is, or as it was after a position of the ledger. To an analyst the names and phones of persons
 * are left out.
 *
 * @param grade           the one that counts: a determination makes it NOT_ATTAINED, whatever the scores give
 * @param total           of the assigned grade, which a determination does not change; null until one is assigned
 * @param items           the scores that count now: those of the latest round, as far as it has been scored
 * @param draws           every draw, the earlier ones and those of replacements, too
 * @param rounds          every round with what each item had in it
 * @param determination   the NOT_ATTAINED that stands whatever the scores; null while none does
 * @param rectifications  every order, the verified ones too
 * @param appeals         every appeal, those decided too
 * @param measures        every measure, those withdrawn too
 * @param allowed         what the caller may do now, by the very rules that decide a command; nothing in the past
 * @param position        the position that is shown: the one asked for, where the past is shown
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
        @Nullable DeterminationView determination,
        List<RectificationView> rectifications,
        List<AppealView> appeals,
        List<MeasureView> measures,
        List<Action> allowed,
        long version,
        long position) {

    /** An item's points, and what is left of them; the score is null while it has not been scored. */
    public record ScoredItem(int itemNo, Points points, @Nullable Points score) {}

    /** The plan as filed last. */
    public record Plan(
            Title title,
            DocumentView document,
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

    /**
     * A draw, with all that is needed to repeat it.
     *
     * @param round    in which round it replaced somebody; null for a draw before a round
     * @param replaced whom it replaced; null like {@code round}
     * @param lead     who leads: the first drawn, or whoever led on when another was replaced
     */
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
            @Nullable Integer round,
            @Nullable InspectorId replaced,
            @Nullable Reason reason,
            Instant drawnAt) {}

    /**
     * A round of review.
     *
     * @param replaced who inspected in it and was replaced
     */
    public record Round(
            int round,
            List<InspectorId> inspectors,
            List<InspectorId> replaced,
            InspectorId lead,
            LocalDate visitOn,
            List<ReviewedItemView> items,
            List<Signed> signatures,
            boolean complete) {}

    /** A signature under a round's scores. */
    public record Signed(InspectorId inspectorId, @Nullable Opinion opinion) {}

    /**
     * The grade that the scores give: as the bureau assigned it last, with what corrections have made of it since.
     *
     * @param contestedSince from when the window for appeals counts
     * @param appealUntil    its last day, by the campaign's calendar
     * @param revised        the last correction that changed it; null while it stands as assigned
     */
    public record GradeResult(
            int round,
            Grade grade,
            Points total,
            List<CategoryTotal> categoryTotals,
            Opinion opinion,
            @Nullable PersonName sealedBy,
            Instant assignedAt,
            Instant contestedSince,
            LocalDate appealUntil,
            @Nullable GradeRevision revised) {}

    /** What a correction has changed: exactly one of {@code appealId} and {@code authority} says what it rests on. */
    public record GradeRevision(
            Points totalBefore,
            Grade gradeBefore,
            @Nullable AppealId appealId,
            @Nullable Authority authority,
            Instant revisedAt) {}
}
