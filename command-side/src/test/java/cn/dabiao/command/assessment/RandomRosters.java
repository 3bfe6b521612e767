package cn.dabiao.command.assessment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.assessment.Loads;
import cn.dabiao.domain.assessment.Roster;
import cn.dabiao.domain.inspector.Inspector;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.inspector.Recusal;
import cn.dabiao.domain.inspector.RecusalStanding;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Township;

/** Eight inspectors: a neighbour and a colleague of the school, and six others, sometimes fewer, sometimes recused. */
final class RandomRosters {

    private static final Roster ALL = new Roster(all());

    private RandomRosters() {}

    static Roster roster(Dice dice) {
        if (dice.in(8)) {
            return new Roster(ALL.inspectors().subList(0, 1 + dice.below(5)));
        }
        return dice.in(15) ? recused(dice.of(ALL.inspectors()).inspectorId(), dice) : ALL;
    }

    /** For opening a round: one of those drawn may be recused by now. */
    static Roster roster(List<String> drawn, Dice dice) {
        return !drawn.isEmpty() && dice.in(20) ? recused(new InspectorId(dice.of(drawn)), dice) : ALL;
    }

    static Loads loads(Dice dice) {
        Map<InspectorId, Integer> loads = new HashMap<>();
        ALL.inspectors().forEach(it -> loads.put(it.inspectorId(), dice.below(4)));
        return new Loads(loads);
    }

    private static Roster recused(InspectorId who, Dice dice) {
        SchoolCode school = dice.in(20) ? Guannan.ANOTHER_SCHOOL : Guannan.SCHOOL_CODE;
        Recusal recusal = new Recusal(
                school, dice.of(List.of(RecusalStanding.values())), Role.OFFICE, Guannan.REASON, Guannan.IN_MARCH, null);
        return new Roster(ALL.inspectors().stream()
                .map(it -> it.inspectorId().equals(who) ? with(it, recusal) : it)
                .toList());
    }

    private static Inspector with(Inspector inspector, Recusal recusal) {
        return new Inspector(
                inspector.inspectorId(), inspector.bureau(), inspector.name(), inspector.township(), inspector.worksAt(),
                List.of(recusal), null);
    }

    private static List<Inspector> all() {
        List<Inspector> all = new ArrayList<>();
        all.add(inspector(1, "新安镇", null));
        all.add(inspector(2, "百禄镇", Guannan.SCHOOL_CODE));
        IntStream.rangeClosed(3, 8)
                .forEach(no -> all.add(inspector(no, "汤沟镇", no == 5 ? Guannan.ANOTHER_SCHOOL : null)));
        return all;
    }

    private static Inspector inspector(int no, String township, @Nullable SchoolCode worksAt) {
        return new Inspector(
                new InspectorId("i-0" + no), Guannan.BUREAU, new PersonName("检查员" + no), new Township(township),
                worksAt, List.of(), null);
    }
}
