package cn.dabiao.command.assessment;

import static cn.dabiao.command.assessment.Guannan.ANOTHER_BUREAU;
import static cn.dabiao.command.assessment.Guannan.ANOTHER_SCHOOL;
import static cn.dabiao.command.assessment.Guannan.BUREAU;
import static cn.dabiao.command.assessment.Guannan.SCHOOL_CODE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.assessment.Roster;
import cn.dabiao.domain.inspector.Inspector;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Township;

/** Whoever can come with a token: every role, alone and in the pairs that people really have, of here and elsewhere. */
final class Everybody {

    /** As many as no walk can use up: six can be drawn. */
    static final Roster ROSTER = new Roster(IntStream.rangeClosed(3, 8)
            .mapToObj(no -> new InspectorId("i-%02d".formatted(no)))
            .map(id -> new Inspector(
                    id, BUREAU, new PersonName("检查员" + id), new Township("张店镇"), null, List.of(), null))
            .toList());

    private Everybody() {}

    static List<Actor> all() {
        List<Actor> all = new ArrayList<>();
        Arrays.stream(Role.values()).map(role -> of(BUREAU, SCHOOL_CODE, null, role)).forEach(all::add);
        Arrays.stream(Role.values()).map(role -> of(ANOTHER_BUREAU, SCHOOL_CODE, null, role)).forEach(all::add);
        all.add(of(null, null, null, Role.OPERATOR));
        all.add(of(BUREAU, ANOTHER_SCHOOL, null, Role.SCHOOL));
        all.add(of(BUREAU, ANOTHER_SCHOOL, null, Role.SCHOOL, Role.OFFICE));
        all.add(of(BUREAU, SCHOOL_CODE, null, Role.SCHOOL, Role.OFFICE));
        all.add(of(BUREAU, null, null, Role.OFFICE, Role.LEADER));
        for (Inspector inspector : ROSTER.inspectors()) {
            all.add(of(BUREAU, null, inspector.inspectorId(), Role.INSPECTOR));
            all.add(of(BUREAU, null, inspector.inspectorId(), Role.INSPECTOR, Role.LEADER));
            all.add(of(BUREAU, null, inspector.inspectorId(), Role.LEADER));
        }
        all.add(of(BUREAU, null, new InspectorId("i-99"), Role.INSPECTOR, Role.LEADER));
        all.add(of(ANOTHER_BUREAU, null, new InspectorId("i-03"), Role.INSPECTOR));
        return List.copyOf(all);
    }

    private static Actor of(
            @Nullable BureauCode bureau, @Nullable SchoolCode school, @Nullable InspectorId inspector, Role... roles) {
        boolean speaksForSchool = List.of(roles).contains(Role.SCHOOL);
        return new Actor("somebody", Set.of(roles), bureau, speaksForSchool ? school : null, inspector);
    }
}
