package cn.dabiao.domain.campaign;

import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.value.Reason;

/**
 * When a campaign may be closed: when every assessment that was begun is over, or by force and with a reason. The notice
 * names no end; that nobody is left hanging without somebody answering for it is our decision. A school that never began
 * has no assessment to leave open: it stays listed as overdue.
 */
public final class ClosingPolicy {

    /** So many are named in a refusal: enough to work on, and an answer that can be read. */
    static final int NAMED = 50;

    private ClosingPolicy() {}

    /** @param open the assessments that are not over, by school code */
    public static void require(List<OpenAssessment> open, boolean force, @Nullable Reason reason) {
        if (open.isEmpty()) {
            return;
        }
        if (!force) {
            List<OpenAssessment> named = open.stream().limit(NAMED).toList();
            throw new Refusal.OpenAssessmentsRemain(open.size(), named).asException();
        }
        if (reason == null) {
            throw new Refusal.ForcedClosingNeedsReason(open.size()).asException();
        }
    }
}
