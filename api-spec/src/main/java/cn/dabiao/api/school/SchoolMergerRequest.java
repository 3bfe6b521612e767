package cn.dabiao.api.school;

import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.value.Reason;

/** That a school became part of another. */
public record SchoolMergerRequest(SchoolCode into, Reason reason) {}
