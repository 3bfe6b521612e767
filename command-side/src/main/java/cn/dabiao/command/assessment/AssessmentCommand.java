package cn.dabiao.command.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.dabiao.command.Request;
import cn.dabiao.domain.assessment.Action;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.assessment.Document;
import cn.dabiao.domain.assessment.Loads;
import cn.dabiao.domain.assessment.Roster;
import cn.dabiao.domain.assessment.Seed;
import cn.dabiao.domain.assessment.SeedOrigin;
import cn.dabiao.domain.assessment.Terms;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.people.GroupMember;
import cn.dabiao.domain.school.School;
import cn.dabiao.domain.scoring.ItemFindings;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.standard.Standard;
import cn.dabiao.domain.value.Opinion;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.domain.value.Title;

/**
 * Everything that can be asked of an assessment up to its grade; each command brings all that deciding it takes. What
 * follows from a review is in {@link AftermathCommand}.
 */
sealed interface AssessmentCommand extends ToAssessment
        permits AssessmentCommand.OpenAssessment, AssessmentCommand.ReplacePlan, AssessmentCommand.SelfAssess, AssessmentCommand.Apply, AssessmentCommand.AcceptApplication, AssessmentCommand.ReturnApplication, AssessmentCommand.WithdrawApplication, AssessmentCommand.DrawInspectors, AssessmentCommand.OpenReview, AssessmentCommand.ReplaceInspector, AssessmentCommand.ScoreItem, AssessmentCommand.SignReview, AssessmentCommand.AssignGrade, AftermathCommand {

    /** The campaign as it is, its standard, and the moment. */
    Terms terms();

    /** What is to be done, in the words of the rules. */
    Action action();

    /** The standard the campaign is pinned to. */
    default Standard standard() {
        return terms().standard();
    }

    /** Where the campaign's dates are. */
    default ZoneId zone() {
        return terms().campaign().zone();
    }

    /** The first plan: it opens the assessment. */
    record OpenAssessment(
            AssessmentId assessmentId, Terms terms, PlanText plan, Request request)
            implements AssessmentCommand {
        @Override
        public Action action() {
            return Action.FILE_PLAN;
        }
    }

    /** A plan in place of the one filed before. */
    record ReplacePlan(
            AssessmentId assessmentId, Terms terms, PlanText plan, Request request)
            implements AssessmentCommand {
        @Override
        public Action action() {
            return Action.FILE_PLAN;
        }
    }

    /** What a plan says. */
    record PlanText(Title title, Document document, List<GroupMember> leadingGroup) {}

    record SelfAssess(AssessmentId assessmentId, Terms terms, List<ItemFindings> findings, Request request)
            implements AssessmentCommand {
        @Override
        public Action action() {
            return Action.SELF_ASSESS;
        }
    }

    record Apply(
            AssessmentId assessmentId,
            Terms terms,
            LocalDate declaredOn,
            PersonName sealedBy,
            School school,
            Request request)
            implements AssessmentCommand {
        @Override
        public Action action() {
            return Action.APPLY;
        }
    }

    record AcceptApplication(AssessmentId assessmentId, Terms terms, @Nullable Reason reason, Request request)
            implements AssessmentCommand {
        @Override
        public Action action() {
            return Action.ACCEPT_APPLICATION;
        }
    }

    record ReturnApplication(AssessmentId assessmentId, Terms terms, Reason reason, Request request)
            implements AssessmentCommand {
        @Override
        public Action action() {
            return Action.RETURN_APPLICATION;
        }
    }

    record WithdrawApplication(AssessmentId assessmentId, Terms terms, Reason reason, Request request)
            implements AssessmentCommand {
        @Override
        public Action action() {
            return Action.WITHDRAW_APPLICATION;
        }
    }

    record DrawInspectors(
            AssessmentId assessmentId,
            Terms terms,
            int count,
            Seed seed,
            SeedOrigin seedFrom,
            Roster roster,
            Loads loads,
            School school,
            @Nullable Reason reason,
            Request request)
            implements AssessmentCommand {
        @Override
        public Action action() {
            return Action.DRAW_INSPECTORS;
        }
    }

    /** @param roster as it is now: who was drawn may have been recused or suspended since */
    record OpenReview(
            AssessmentId assessmentId, Terms terms, LocalDate visitOn, Roster roster, Request request)
            implements AssessmentCommand {
        @Override
        public Action action() {
            return Action.OPEN_REVIEW;
        }
    }

    /** @param roster as it is now, like the loads */
    record ReplaceInspector(
            AssessmentId assessmentId,
            Terms terms,
            int round,
            InspectorId replaced,
            Seed seed,
            SeedOrigin seedFrom,
            Roster roster,
            Loads loads,
            School school,
            Reason reason,
            Request request)
            implements AssessmentCommand {
        @Override
        public Action action() {
            return Action.REPLACE_INSPECTOR;
        }
    }

    /** @param scoredAt when it was decided on site; null for now */
    record ScoreItem(
            AssessmentId assessmentId,
            Terms terms,
            int round,
            ItemFindings findings,
            @Nullable Reason reason,
            @Nullable Instant scoredAt,
            Request request)
            implements AssessmentCommand {
        @Override
        public Action action() {
            return Action.SCORE_ITEM;
        }
    }

    record SignReview(
            AssessmentId assessmentId, Terms terms, int round, @Nullable Opinion opinion, Request request)
            implements AssessmentCommand {
        @Override
        public Action action() {
            return Action.SIGN_REVIEW;
        }
    }

    /** @param named the grade the caller believes the scores to give; null when it names none */
    record AssignGrade(
            AssessmentId assessmentId,
            Terms terms,
            int round,
            Opinion opinion,
            PersonName sealedBy,
            @Nullable Grade named,
            Request request)
            implements AssessmentCommand {
        @Override
        public Action action() {
            return Action.ASSIGN_GRADE;
        }
    }
}
