package cn.dabiao.query.statistics;

import java.util.List;

/**
 * The schools that a campaign is counted over: those of the register that have not ceased, and those that have begun,
 * whether they have ceased since or not.
 *
 * @param unbegun without a plan; none of them has ceased
 */
record Population(List<StatisticsRow> begun, List<CountedSchool> unbegun) {

    Population {
        begun = List.copyOf(begun);
        unbegun = List.copyOf(unbegun);
    }

    Population only(StatisticsFilter filter) {
        return new Population(
                begun.stream().filter(row -> filter.takes(row.school())).toList(),
                unbegun.stream().filter(filter::takes).toList());
    }
}
