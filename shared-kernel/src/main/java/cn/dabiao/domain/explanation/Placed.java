package cn.dabiao.domain.explanation;

import cn.dabiao.domain.assessment.AssessmentEvent;

/** An event of an assessment, and the position at which it can be looked up and proved. */
public record Placed(AssessmentEvent event, long position) {}
