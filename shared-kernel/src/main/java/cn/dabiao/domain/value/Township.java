package cn.dabiao.domain.value;

/** A township (乡镇) by its name, e.g. {@code 新安镇}: 1 to 40 characters on one line. */
public record Township(String value) implements SingleValue<String> {

    public Township {
        Texts.line(Township.class, value, 40);
    }

    @Override
    public String toString() {
        return value;
    }
}
