package cn.dabiao.api.inspector;

import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.value.Reason;

/** That an inspector be recused (回避) for a school, and why. */
public record RecusalRequest(SchoolCode schoolCode, Reason reason) {}
