package cn.dabiao.domain.standard;

import cn.dabiao.domain.value.InvalidValue;
import cn.dabiao.domain.value.SingleValue;

/** The number of an item (序号) in its standard, 1 to 99. */
public record ItemNo(Integer value) implements SingleValue<Integer>, Comparable<ItemNo> {

    public ItemNo {
        if (value < 1 || value > 99) {
            throw new InvalidValue(ItemNo.class, value);
        }
    }

    @Override
    public int compareTo(ItemNo other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
