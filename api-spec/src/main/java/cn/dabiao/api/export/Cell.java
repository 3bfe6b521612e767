package cn.dabiao.api.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** What stands in a cell of a table. */
public sealed interface Cell {

    Cell NOTHING = new Nothing();

    /** Also a school's code, whose digits are no figure. */
    record Text(String text) implements Cell {}

    record Figure(BigDecimal value) implements Cell {}

    record Day(LocalDate date) implements Cell {}

    record Moment(Instant instant) implements Cell {}

    record Nothing() implements Cell {}
}
