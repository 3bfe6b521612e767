package cn.dabiao.api.assessment;

import java.util.List;

import cn.dabiao.domain.value.InvalidValue;
import cn.dabiao.domain.value.SingleValue;

/** The order of a list of assessments: {@code school}, {@code total} or {@code -total}. */
public record AssessmentSort(String value) implements SingleValue<String> {

    // Before the constants, which are already checked against it.
    private static final List<String> KNOWN = List.of("school", "total", "-total");
    public static final AssessmentSort BY_SCHOOL = new AssessmentSort("school");
    public static final AssessmentSort WORST_FIRST = new AssessmentSort("total");
    public static final AssessmentSort BEST_FIRST = new AssessmentSort("-total");

    public AssessmentSort {
        if (!KNOWN.contains(value)) {
            throw new InvalidValue(AssessmentSort.class, value);
        }
    }
}
