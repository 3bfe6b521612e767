package cn.dabiao.api.statistics;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import cn.dabiao.domain.value.InvalidValue;
import cn.dabiao.domain.value.SingleValue;

/**
 * By what statistics are broken down, separated by commas: schools by {@code township}, {@code kind}, {@code ownership},
 * each combination that occurs being a group; and what is told of each group beside its grades and totals by
 * {@code category}, {@code item}, {@code checkpoint}.
 */
public record StatisticsBy(String value) implements SingleValue<String> {

    private static final String ONE = "(township|kind|ownership|category|item|checkpoint)";
    private static final Pattern FORM = Pattern.compile(ONE + "(," + ONE + ")*");

    /** One of them. */
    public enum Dimension {
        TOWNSHIP,
        KIND,
        OWNERSHIP,
        CATEGORY,
        ITEM,
        CHECKPOINT
    }

    public StatisticsBy {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValue(StatisticsBy.class, value);
        }
    }

    public Set<Dimension> dimensions() {
        EnumSet<Dimension> all = EnumSet.noneOf(Dimension.class);
        Arrays.stream(value.split(",", -1))
                .map(name -> Dimension.valueOf(name.toUpperCase(Locale.ROOT)))
                .forEach(all::add);
        return all;
    }

    @Override
    public String toString() {
        return value;
    }
}
