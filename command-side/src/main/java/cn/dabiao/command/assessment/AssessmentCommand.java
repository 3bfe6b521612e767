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
import cn.dabiao.domain.campaign.Campaign;
import cn.dabiao.domain.people.GroupMember;
import cn.dabiao.domain.school.School;
import cn.dabiao.domain.scoring.ItemFindings;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.standard.Standard;
import cn.dabiao.domain.value.Opinion;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.domain.value.Title;
import cn.dabiao.ledger.StreamId;

/** Everything that can be asked of an assessment; each command brings all that deciding it takes. */
sealed interface AssessmentCommand {

    AssessmentId assessmentId();

    /** The standard the campaign is pinned to. */
    Standard standard();

    Request request();

    /** What is to be done, in the words of the rules. */
    Action action();

    /** The assessment's stream in the ledger. */
    default String streamId() {
        return StreamId.of(assessmentId()).value();
    }

    /** The first plan: it opens the assessment. */
    record OpenAssessment(
            AssessmentId assessmentId, Campaign campaign, Standard standard, PlanText plan, Request request)
            implements AssessmentCommand {
        @Override
        public Action action() {
            return Action.FILE_PLAN;
        }
    }

    /** A plan in place of the one filed before. */
    record ReplacePlan(
            AssessmentId assessmentId, Campaign campaign, Standard standard, PlanText plan, Request request)
            implements AssessmentCommand {
        @Override
        public Action action() {
            return Action.FILE_PLAN;
        }
    }

    /** What a plan says. */
    record PlanText(Title title, Document document, List<GroupMember> leadingGroup) {}

    record SelfAssess(AssessmentId assessmentId, Standard standard, List<ItemFindings> findings, Request request)
            implements AssessmentCommand {
        @Override
        public Action action() {
            return Action.SELF_ASSESS;
        }
    }

    record Apply(
            AssessmentId assessmentId,
            Standard standard,
            LocalDate declaredOn,
            PersonName sealedBy,
            School school,
            ZoneId zone,
            Request request)
            implements AssessmentCommand {
        @Override
        public Action action() {
            return Action.APPLY;
        }
    }

    record AcceptApplication(AssessmentId assessmentId, Standard standard, @Nullable Reason reason, Request request)
            implements AssessmentCommand {
        @Override
        public Action action() {
            return Action.ACCEPT_APPLICATION;
        }
    }

    record ReturnApplication(AssessmentId assessmentId, Standard standard, Reason reason, Request request)
            implements AssessmentCommand {
        @Override
        public Action action() {
            return Action.RETURN_APPLICATION;
        }
    }

    record WithdrawApplication(AssessmentId assessmentId, Standard standard, Reason reason, Request request)
            implements AssessmentCommand {
        @Override
        public Action action() {
            return Action.WITHDRAW_APPLICATION;
        }
    }

    record DrawInspectors(
            AssessmentId assessmentId,
            Standard standard,
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

    /** @param roster as it is now: who was drawn may have been recused since */
    record OpenReview(
            AssessmentId assessmentId, Standard standard, LocalDate visitOn, ZoneId zone, Roster roster, Request request)
            implements AssessmentCommand {
        @Override
        public Action action() {
            return Action.OPEN_REVIEW;
        }
    }

    /** @param scoredAt when it was decided on site; null for now */
    record ScoreItem(
            AssessmentId assessmentId,
            Standard standard,
            int round,
            ItemFindings findings,
            @Nullable Reason reason,
            @Nullable Instant scoredAt,
            ZoneId zone,
            Request request)
            implements AssessmentCommand {
        @Override
        public Action action() {
            return Action.SCORE_ITEM;
        }
    }

    record SignReview(
            AssessmentId assessmentId, Standard standard, int round, @Nullable Opinion opinion, Request request)
            implements AssessmentCommand {
        @Override
        public Action action() {
            return Action.SIGN_REVIEW;
        }
    }

    /** @param named the grade the caller believes the scores to give; null when it names none */
    record AssignGrade(
            AssessmentId assessmentId,
            Standard standard,
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
