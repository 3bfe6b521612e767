package cn.dabiao.domain.rectification;

import cn.dabiao.domain.value.InvalidValue;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.domain.value.SingleValue;

/** A hazard (隐患) that is to be removed, in words: 1 to 500 characters. */
public record Hazard(String value) implements SingleValue<String> {

    public Hazard {
        try {
            new Reason(value);
        } catch (InvalidValue e) {
            throw new InvalidValue(Hazard.class, value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
