package cn.dabiao.domain.value;

/** What somebody states in writing (an appeal's grounds, a report, minutes): 1 to 5000 characters. */
public record Statement(String value) implements SingleValue<String> {

    public Statement {
        Texts.written(Statement.class, value, 5000);
    }

    @Override
    public String toString() {
        return value;
    }
}
