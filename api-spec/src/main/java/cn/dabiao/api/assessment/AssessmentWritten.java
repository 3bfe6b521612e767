package cn.dabiao.api.assessment;

import java.util.List;

import cn.dabiao.domain.assessment.Action;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.assessment.Phase;

/**
 * The answer to every write on an assessment.
 *
 * @param version  how many events it has now; the next If-Match
 * @param position the ledger position of the last of them
 * @param allowed  what the caller may do next
 */
public record AssessmentWritten(
        AssessmentId assessmentId, long version, long position, Phase state, List<Action> allowed) {}
