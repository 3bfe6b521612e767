package cn.dabiao.domain.value;

/** The act that a change of a score rests on, e.g. a decision with its number: one line of 1 to 200 characters. */
public record Authority(String value) implements SingleValue<String> {

    public Authority {
        Texts.line(Authority.class, value, 200);
    }

    @Override
    public String toString() {
        return value;
    }
}
