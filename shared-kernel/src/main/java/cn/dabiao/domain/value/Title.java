package cn.dabiao.domain.value;

/** The name or title of a thing (a standard, a campaign, a school, a plan): 1 to 120 characters on one line. */
public record Title(String value) implements SingleValue<String> {

    public Title {
        Texts.line(Title.class, value, 120);
    }

    @Override
    public String toString() {
        return value;
    }
}
