package cn.dabiao.command.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.dabiao.command.Request;
import cn.dabiao.domain.appeal.AppealDecision;
import cn.dabiao.domain.appeal.AppealId;
import cn.dabiao.domain.assessment.Action;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.assessment.Ground;
import cn.dabiao.domain.assessment.Terms;
import cn.dabiao.domain.measure.Commitment;
import cn.dabiao.domain.measure.MeasureId;
import cn.dabiao.domain.measure.MeasureKind;
import cn.dabiao.domain.measure.Summons;
import cn.dabiao.domain.rectification.Hazard;
import cn.dabiao.domain.rectification.OrderId;
import cn.dabiao.domain.rectification.VerificationOutcome;
import cn.dabiao.domain.scoring.Deduction;
import cn.dabiao.domain.scoring.Evidence;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.value.Authority;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.domain.value.Statement;

/** What can be asked of an assessment once there is something that follows: corrections, orders, appeals, measures. */
sealed interface AftermathCommand extends AssessmentCommand {

    record CorrectScore(
            AssessmentId assessmentId,
            Terms terms,
            ItemNo itemNo,
            List<Deduction> deductions,
            Reason reason,
            Authority authority,
            Request request)
            implements AftermathCommand {
        @Override
        public Action action() {
            return Action.CORRECT_SCORE;
        }
    }

    record DetermineNotAttained(
            AssessmentId assessmentId,
            Terms terms,
            Ground ground,
            Reason reason,
            Request request)
            implements AftermathCommand {
        @Override
        public Action action() {
            return Action.DETERMINE_NOT_ATTAINED;
        }
    }

    record OrderRectification(
            AssessmentId assessmentId,
            Terms terms,
            OrderId orderId,
            List<ItemNo> items,
            List<Hazard> hazards,
            LocalDate dueOn,
            Request request)
            implements AftermathCommand {
        @Override
        public Action action() {
            return Action.ORDER_RECTIFICATION;
        }
    }

    record ReportRectification(
            AssessmentId assessmentId,
            Terms terms,
            OrderId orderId,
            Statement report,
            List<Evidence> evidence,
            Request request)
            implements AftermathCommand {
        @Override
        public Action action() {
            return Action.REPORT_RECTIFICATION;
        }
    }

    /** @param newDueOn by when the school has to report again; with {@code SENT_BACK} alone */
    record VerifyRectification(
            AssessmentId assessmentId,
            Terms terms,
            OrderId orderId,
            VerificationOutcome outcome,
            @Nullable Reason reason,
            @Nullable LocalDate newDueOn,
            Request request)
            implements AftermathCommand {
        @Override
        public Action action() {
            return Action.VERIFY_RECTIFICATION;
        }
    }

    record LodgeAppeal(
            AssessmentId assessmentId,
            Terms terms,
            AppealId appealId,
            List<ItemNo> items,
            boolean contestsDetermination,
            Statement grounds,
            List<Evidence> evidence,
            Request request)
            implements AftermathCommand {
        @Override
        public Action action() {
            return Action.APPEAL;
        }
    }

    record DecideAppeal(
            AssessmentId assessmentId,
            Terms terms,
            AppealId appealId,
            AppealDecision decision,
            Reason reason,
            Request request)
            implements AftermathCommand {
        @Override
        public Action action() {
            return Action.DECIDE_APPEAL;
        }
    }

    record IssueMeasure(
            AssessmentId assessmentId,
            Terms terms,
            MeasureId measureId,
            MeasureKind kind,
            @Nullable Reason reason,
            @Nullable Summons summons,
            Request request)
            implements AftermathCommand {
        @Override
        public Action action() {
            return Action.ISSUE_MEASURE;
        }
    }

    /** @param heldAt when the interview took place; null for the time of the summons */
    record RecordMinutes(
            AssessmentId assessmentId,
            Terms terms,
            MeasureId measureId,
            Statement minutes,
            @Nullable Instant heldAt,
            List<Commitment> commitments,
            Request request)
            implements AftermathCommand {
        @Override
        public Action action() {
            return Action.RECORD_MINUTES;
        }
    }

    record ConfirmCommitment(
            AssessmentId assessmentId,
            Terms terms,
            MeasureId measureId,
            int commitmentNo,
            Reason note,
            Request request)
            implements AftermathCommand {
        @Override
        public Action action() {
            return Action.CONFIRM_COMMITMENT;
        }
    }

    record WithdrawMeasure(
            AssessmentId assessmentId,
            Terms terms,
            MeasureId measureId,
            Reason reason,
            Request request)
            implements AftermathCommand {
        @Override
        public Action action() {
            return Action.WITHDRAW_MEASURE;
        }
    }
}
