package cn.dabiao.command.school;

import cn.dabiao.command.Request;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolFacts;
import cn.dabiao.domain.value.BureauCode;

/** Put a school in a bureau's register. */
public record RegisterSchool(SchoolCode schoolCode, BureauCode bureau, SchoolFacts facts, Request request) {}
