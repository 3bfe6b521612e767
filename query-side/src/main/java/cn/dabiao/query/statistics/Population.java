package cn.dabiao.query.statistics;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The schools that a campaign is counted over: those of the register that have not ceased, and those that have begun,
 * whether they have ceased since or not.
 *
 * @param unbegun how many have no plan, by what they are registered as; none of them has ceased
 */
record Population(List<StatisticsRow> begun, Map<Traits, Integer> unbegun) {

    Population {
        begun = List.copyOf(begun);
        unbegun = Map.copyOf(unbegun);
    }

    Population only(StatisticsFilter filter) {
        return new Population(
                begun.stream().filter(row -> filter.takes(row.school().traits())).toList(),
                unbegun.entrySet().stream()
                        .filter(schools -> filter.takes(schools.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
