package cn.dabiao.domain.value;

/** The name of a person, 1 to 40 characters on one line, or its {@link Seal}. */
public record PersonName(String value) implements SingleValue<String> {

    public PersonName {
        if (!Seal.is(value)) {
            Texts.line(PersonName.class, value, 40);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
