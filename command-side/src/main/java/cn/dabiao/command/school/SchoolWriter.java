package cn.dabiao.command.school;

import org.springframework.stereotype.Component;

import cn.dabiao.api.Written;
import cn.dabiao.command.Bureaus;
import cn.dabiao.command.Commands;
import cn.dabiao.command.Request;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolFacts;

/** Registers schools. */
@Component
public class SchoolWriter {

    private final Commands commands;

    SchoolWriter(Commands commands) {
        this.commands = commands;
    }

    public Written register(SchoolCode schoolCode, SchoolFacts facts, Request request) {
        RegisterSchool command = new RegisterSchool(schoolCode, Bureaus.of(request.actor()), facts, request);
        long position = commands.open(command, request.actor(), Role.OFFICE)
                .orElseThrow(() -> new Refusal.AlreadyExists(Thing.SCHOOL, schoolCode.value()).asException());
        return new Written(schoolCode.value(), 1, position);
    }
}
