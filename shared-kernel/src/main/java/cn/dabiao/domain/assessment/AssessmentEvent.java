package cn.dabiao.domain.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.assessment.Draw.Exclusion;
import cn.dabiao.domain.assessment.Draw.Load;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.people.GroupMember;
import cn.dabiao.domain.school.SchoolFacts;
import cn.dabiao.domain.scoring.Deduction;
import cn.dabiao.domain.scoring.ItemFindings;
import cn.dabiao.domain.scoring.ItemScore;
import cn.dabiao.domain.scoring.Measurement;
import cn.dabiao.domain.scoring.NotApplicable;
import cn.dabiao.domain.scoring.Scoresheet.CategoryTotal;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.standard.StandardId;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.domain.value.Opinion;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.domain.value.Sha256;
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
    }

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
}
