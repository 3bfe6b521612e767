package cn.dabiao.api.assessment;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.rectification.VerificationOutcome;
import cn.dabiao.domain.value.Reason;

/**
 * What the office finds when it looks at a report.
 *
 * @param reason   needed when it is sent back
 * @param newDueOn by when the school has to report again; needed when it is sent back, and meaningless otherwise
 */
public record VerificationRequest(
        VerificationOutcome outcome, @Nullable Reason reason, @Nullable LocalDate newDueOn) {}
