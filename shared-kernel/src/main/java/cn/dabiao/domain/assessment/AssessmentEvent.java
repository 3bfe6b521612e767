package cn.dabiao.domain.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.appeal.AppealId;
import cn.dabiao.domain.appeal.AppealOutcome;
import cn.dabiao.domain.appeal.Contested;
import cn.dabiao.domain.assessment.Draw.Exclusion;
import cn.dabiao.domain.assessment.Draw.Load;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.measure.Commitment;
import cn.dabiao.domain.measure.MeasureId;
import cn.dabiao.domain.measure.MeasureKind;
import cn.dabiao.domain.measure.Summons;
import cn.dabiao.domain.people.GroupMember;
import cn.dabiao.domain.rectification.Hazard;
import cn.dabiao.domain.rectification.OrderId;
import cn.dabiao.domain.school.SchoolFacts;
import cn.dabiao.domain.scoring.Deduction;
import cn.dabiao.domain.scoring.Evidence;
import cn.dabiao.domain.scoring.ItemFindings;
import cn.dabiao.domain.scoring.ItemScore;
import cn.dabiao.domain.scoring.Measurement;
import cn.dabiao.domain.scoring.NotApplicable;
import cn.dabiao.domain.scoring.Scoresheet.CategoryTotal;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.standard.StandardId;
import cn.dabiao.domain.value.Authority;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.domain.value.Opinion;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.domain.value.Sha256;
import cn.dabiao.domain.value.Statement;
import cn.dabiao.domain.value.Title;

/**
 * The whole story of an assessment. Every event carries the facts of the moment and nothing that can change later;
 * who did it, in which role and for which request stands in its metadata.
 */
public sealed interface AssessmentEvent {

    AssessmentId assessmentId();

    /** When it was done, by the clock of the request; the ledger adds when it was recorded. */
    Instant at();

    /** @param late whether it came after the campaign's {@code deadline}; a late plan is taken all the same */
    record PlanSubmitted(
            AssessmentId assessmentId,
            BureauCode bureau,
            StandardId standardId,
            Title title,
            Document document,
            List<GroupMember> leadingGroup,
            LocalDate deadline,
            boolean late,
            Instant at)
            implements AssessmentEvent {

        public PlanSubmitted {
            leadingGroup = List.copyOf(leadingGroup);
        }
    }

    /**
     * @param total     what the school gives itself
     * @param threshold what it needs to apply
     */
    record SelfAssessed(
            AssessmentId assessmentId,
            List<ItemFindings> findings,
            List<ItemScore> scores,
            Points total,
            Points threshold,
            boolean qualified,
            Instant at)
            implements AssessmentEvent {

        public SelfAssessed {
            findings = List.copyOf(findings);
            scores = List.copyOf(scores);
        }
    }

    /** @param school the register's facts of that moment: the form the bureau judges (notice, attachment 1) */
    record ApplicationSubmitted(
            AssessmentId assessmentId,
            LocalDate declaredOn,
            PersonName sealedBy,
            SchoolFacts school,
            Points selfTotal,
            Instant at)
            implements AssessmentEvent {}

    record ApplicationAccepted(AssessmentId assessmentId, @Nullable Reason reason, Instant at)
            implements AssessmentEvent {}

    record ApplicationReturned(AssessmentId assessmentId, Reason reason, Instant at) implements AssessmentEvent {}

    record ApplicationWithdrawn(AssessmentId assessmentId, Reason reason, Instant at) implements AssessmentEvent {}

    /**
     * Holds all that anyone needs to draw again and get the same (RULES.md §4.4).
     *
     * @param rosterHash SHA-256 of the sorted roster, see {@link Roster#hash()}
     * @param eligible   who was left after the exclusions, sorted
     * @param loads      how many assignments each of them had; empty in a draw that did not look at loads (revision 1)
     * @param drawn      who was drawn, the lead first
     * @param reason     why it was drawn again; null for the first draw of a round
     */
    record InspectorsDrawn(
            AssessmentId assessmentId,
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
            Instant at)
            implements AssessmentEvent {

        public InspectorsDrawn {
            exclusions = List.copyOf(exclusions);
            eligible = List.copyOf(eligible);
            loads = List.copyOf(loads);
            drawn = List.copyOf(drawn);
        }

        /** What a replay repeats. */
        public Draw draw() {
            return new Draw(drawNo, seed, count, rosterHash, exclusions, eligible, loads, drawn, reason);
        }
    }

    /**
     * Who inspects in a round; from the second round on, items that are not scored anew carry over from the round before
     * (RULES.md §4.9).
     */
    record ReviewOpened(
            AssessmentId assessmentId,
            int round,
            int drawNo,
            List<InspectorId> inspectors,
            InspectorId lead,
            LocalDate visitOn,
            Instant at)
            implements AssessmentEvent {

        public ReviewOpened {
            inspectors = List.copyOf(inspectors);
        }
    }

    /**
     * Another inspector takes the place of one, mid-round (RULES.md §4.4): drawn like the first ones, from those who are
     * not in the round. What the one replaced has scored stands under that name.
     *
     * @param drawNo counted with the assessment's other draws
     * @param lead   who leads from now on: the replacement, when the lead was replaced
     */
    record InspectorReplaced(
            AssessmentId assessmentId,
            int round,
            InspectorId replaced,
            InspectorId replacement,
            InspectorId lead,
            int drawNo,
            Seed seed,
            SeedOrigin seedFrom,
            Sha256 rosterHash,
            List<Exclusion> exclusions,
            List<InspectorId> eligible,
            List<Load> loads,
            Reason reason,
            Instant at)
            implements AssessmentEvent {

        public InspectorReplaced {
            exclusions = List.copyOf(exclusions);
            eligible = List.copyOf(eligible);
            loads = List.copyOf(loads);
        }

        /** What a replay repeats. */
        public Draw draw() {
            return new Draw(
                    drawNo, seed, 1, rosterHash, exclusions, eligible, loads, List.of(replacement), reason);
        }
    }

    /**
     * An inspector scored an item, for the first time in the round or anew: then it replaces what the item had.
     *
     * @param before   the score it replaces; null the first time
     * @param after    the item's points less the deductions, never below zero
     * @param reason   why it was scored anew, where the inspector says so; each deduction has a reason of its own
     * @param scoredAt when it was decided on site; {@code at} is when the product was told
     */
    record ItemScored(
            AssessmentId assessmentId,
            int round,
            ItemNo itemNo,
            List<Deduction> deductions,
            List<Measurement> measurements,
            List<NotApplicable> notApplicable,
            @Nullable Points before,
            Points after,
            @Nullable Reason reason,
            InspectorId scoredBy,
            Instant scoredAt,
            Instant at)
            implements AssessmentEvent {

        public ItemScored {
            deductions = List.copyOf(deductions);
            measurements = List.copyOf(measurements);
            notApplicable = List.copyOf(notApplicable);
        }
    }

    record ReviewSigned(
            AssessmentId assessmentId, int round, InspectorId signedBy, @Nullable Opinion opinion, Instant at)
            implements AssessmentEvent {}

    /**
     * The grade that the scores of a completed round give under the standard.
     *
     * @param opinion  the bureau's opinion on the form (县教育局评审意见)
     * @param sealedBy who put the bureau's seal to it
     */
    record GradeAssigned(
            AssessmentId assessmentId,
            int round,
            StandardId standardId,
            List<CategoryTotal> categoryTotals,
            Points total,
            Grade grade,
            Opinion opinion,
            PersonName sealedBy,
            Instant at)
            implements AssessmentEvent {

        public GradeAssigned {
            categoryTotals = List.copyOf(categoryTotals);
        }
    }

    /**
     * The score of an item of a completed round was corrected (更正, RULES.md §4.10); what is found at the item from now on
     * stands here whole. Exactly one of {@code appealId} and {@code authority} says what it rests on.
     *
     * @param measurements those of before; a missed threshold that no deduction carries any more is waived for the
     *                     correction's reason
     * @param appealId     the appeal that was upheld
     * @param authority    the act that an office or a leader names
     */
    record ScoreCorrected(
            AssessmentId assessmentId,
            int round,
            ItemNo itemNo,
            List<Deduction> deductions,
            List<Measurement> measurements,
            List<NotApplicable> notApplicable,
            Points before,
            Points after,
            Reason reason,
            @Nullable AppealId appealId,
            @Nullable Authority authority,
            Instant at)
            implements AssessmentEvent {

        public ScoreCorrected {
            deductions = List.copyOf(deductions);
            measurements = List.copyOf(measurements);
            notApplicable = List.copyOf(notApplicable);
        }
    }

    /** The grade that corrected scores give; it rests on what the corrections rest on. */
    record GradeRevised(
            AssessmentId assessmentId,
            int round,
            StandardId standardId,
            List<CategoryTotal> categoryTotals,
            Points totalBefore,
            Grade gradeBefore,
            Points total,
            Grade grade,
            @Nullable AppealId appealId,
            @Nullable Authority authority,
            Instant at)
            implements AssessmentEvent {

        public GradeRevised {
            categoryTotals = List.copyOf(categoryTotals);
        }
    }

    /** A reasoned NOT_ATTAINED (认定) that no score can undo (notice §5.1, RULES.md §4.7). */
    record NotAttainedDetermined(AssessmentId assessmentId, Ground ground, Reason reason, Instant at)
            implements AssessmentEvent {}

    /** The determination fell with the appeal that was upheld against it. */
    record DeterminationRevoked(AssessmentId assessmentId, AppealId appealId, Reason reason, Instant at)
            implements AssessmentEvent {}

    /**
     * The office ordered what is to be mended (整改通知): items, hazards, or both.
     *
     * @param round the round whose grade it follows
     */
    record RectificationOrdered(
            AssessmentId assessmentId,
            OrderId orderId,
            int round,
            List<ItemNo> items,
            List<Hazard> hazards,
            LocalDate dueOn,
            Instant at)
            implements AssessmentEvent {

        public RectificationOrdered {
            items = List.copyOf(items);
            hazards = List.copyOf(hazards);
        }
    }

    /** The school says what it has mended. */
    record RectificationReported(
            AssessmentId assessmentId, OrderId orderId, Statement report, List<Evidence> evidence, Instant at)
            implements AssessmentEvent {

        public RectificationReported {
            evidence = List.copyOf(evidence);
        }
    }

    record RectificationVerified(AssessmentId assessmentId, OrderId orderId, @Nullable Reason reason, Instant at)
            implements AssessmentEvent {}

    /** @param dueOn by when the school has to report again */
    record RectificationSentBack(
            AssessmentId assessmentId, OrderId orderId, Reason reason, LocalDate dueOn, Instant at)
            implements AssessmentEvent {}

    /** The date passed without a report: told by the calendar, not by a person. */
    record RectificationOverdue(AssessmentId assessmentId, OrderId orderId, LocalDate dueOn, Instant at)
            implements AssessmentEvent {}

    /**
     * The school contests scores or a determination (申诉复核).
     *
     * @param round                 the round whose grade is contested; null when no scores are
     * @param items                 the items whose scores are contested
     * @param contestsDetermination whether the determination is contested
     */
    record AppealLodged(
            AssessmentId assessmentId,
            AppealId appealId,
            @Nullable Integer round,
            List<ItemNo> items,
            boolean contestsDetermination,
            Statement grounds,
            List<Evidence> evidence,
            Instant at)
            implements AssessmentEvent {

        public AppealLodged {
            items = List.copyOf(items);
            evidence = List.copyOf(evidence);
        }
    }

    /** What a leader decided; what follows from it are events of their own. */
    record AppealDecided(
            AssessmentId assessmentId, AppealId appealId, AppealOutcome outcome, Reason reason, Instant at)
            implements AssessmentEvent {}

    /**
     * The window for appeals ended: told by the calendar, not by a person.
     *
     * @param since   when what could be contested was done
     * @param lastDay the last day on which it could
     */
    record AppealWindowClosed(
            AssessmentId assessmentId, Contested contested, Instant since, LocalDate lastDay, Instant at)
            implements AssessmentEvent {}

    /** @param summons of an interview; null for all others */
    record MeasureIssued(
            AssessmentId assessmentId,
            MeasureId measureId,
            MeasureKind kind,
            @Nullable Reason reason,
            @Nullable Summons summons,
            Instant at)
            implements AssessmentEvent {}

    /** The interview took place: what was said, and what the school committed itself to. */
    record InterviewHeld(
            AssessmentId assessmentId,
            MeasureId measureId,
            Statement minutes,
            Instant heldAt,
            List<Commitment> commitments,
            Instant at)
            implements AssessmentEvent {

        public InterviewHeld {
            commitments = List.copyOf(commitments);
        }
    }

    /** @param commitmentNo counted from 1 within the interview */
    record CommitmentFulfilled(
            AssessmentId assessmentId, MeasureId measureId, int commitmentNo, Reason note, Instant at)
            implements AssessmentEvent {}

    /** The bureau took a measure back: it stands no longer, and stays in the history. */
    record MeasureWithdrawn(AssessmentId assessmentId, MeasureId measureId, Reason reason, Instant at)
            implements AssessmentEvent {}
}
