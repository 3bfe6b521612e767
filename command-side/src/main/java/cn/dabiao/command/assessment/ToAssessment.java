package cn.dabiao.command.assessment;

import cn.dabiao.command.Request;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.ledger.StreamId;

/** Whatever is sent to an assessment. */
interface ToAssessment {

    AssessmentId assessmentId();

    Request request();

    /** The assessment's stream in the ledger. */
    default String streamId() {
        return StreamId.of(assessmentId()).value();
    }
}
