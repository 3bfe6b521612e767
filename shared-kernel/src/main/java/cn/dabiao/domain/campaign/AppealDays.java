package cn.dabiao.domain.campaign;

import cn.dabiao.domain.value.InvalidValue;
import cn.dabiao.domain.value.SingleValue;

/** The campaign's appeal window in calendar days, 1 to 365 (RULES.md §4.10; 15 unless set). */
public record AppealDays(Integer value) implements SingleValue<Integer> {

    public static final AppealDays USUAL = new AppealDays(15);

    public AppealDays {
        if (value < 1 || value > 365) {
            throw new InvalidValue(AppealDays.class, value);
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
