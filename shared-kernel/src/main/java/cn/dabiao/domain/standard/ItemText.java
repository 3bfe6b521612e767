package cn.dabiao.domain.standard;

import java.util.List;

import cn.dabiao.domain.value.InvalidValue;
import cn.dabiao.domain.value.SingleValue;

/** What an item demands, word for word as the standard's source has it: 1 to 1000 characters. */
public record ItemText(String value) implements SingleValue<String> {

    private static final List<Integer> INVISIBLE = List.of((int) Character.SURROGATE, (int) Character.FORMAT);

    public ItemText {
        if (value.isBlank() || value.codePointCount(0, value.length()) > 1000
                || value.codePoints().anyMatch(ItemText::isUnprintable)) {
            throw new InvalidValue(ItemText.class, value);
        }
    }

    private static boolean isUnprintable(int character) {
        return Character.isISOControl(character) || INVISIBLE.contains(Character.getType(character));
    }

    @Override
    public String toString() {
        return value;
    }
}
