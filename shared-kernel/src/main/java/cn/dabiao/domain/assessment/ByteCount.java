package cn.dabiao.domain.assessment;

import cn.dabiao.domain.value.InvalidValue;
import cn.dabiao.domain.value.SingleValue;

/** The size of a file in bytes: 1 to 1073741824 (1 GiB). */
public record ByteCount(Integer value) implements SingleValue<Integer> {

    public ByteCount {
        if (value < 1 || value > 1 << 30) {
            throw new InvalidValue(ByteCount.class, value);
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
