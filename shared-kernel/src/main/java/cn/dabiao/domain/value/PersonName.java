package cn.dabiao.domain.value;

/** The name of a person, 1 to 40 characters on one line. */
public record PersonName(String value) implements SingleValue<String> {

    public PersonName {
        Texts.line(PersonName.class, value, 40);
    }

    @Override
    public String toString() {
        return value;
    }
}
