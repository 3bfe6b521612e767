package cn.dabiao.domain.value;

/** Why somebody did something: 1 to 500 characters. What a school will read one day. */
public record Reason(String value) implements SingleValue<String> {

    public Reason {
        Texts.written(Reason.class, value, 500);
    }

    @Override
    public String toString() {
        return value;
    }
}
