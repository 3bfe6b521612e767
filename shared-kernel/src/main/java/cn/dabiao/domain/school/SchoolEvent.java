package cn.dabiao.domain.school;

import java.time.Instant;

import cn.dabiao.domain.value.BureauCode;

/** The story of a school in the register. */
public sealed interface SchoolEvent {

    SchoolCode schoolCode();

    record SchoolRegistered(SchoolCode schoolCode, BureauCode bureau, SchoolFacts facts, Instant registeredAt)
            implements SchoolEvent {}
}
