package cn.dabiao.domain.campaign;

import cn.dabiao.domain.school.SchoolCode;

/** An assessment that is not over when its campaign is to be closed. */
public record OpenAssessment(SchoolCode schoolCode, OpenEnd why) {}
