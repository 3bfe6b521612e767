package cn.dabiao.domain.value;

/** The written opinion of an inspector or the bureau (评审意见): 1 to 2000 characters. */
public record Opinion(String value) implements SingleValue<String> {

    public Opinion {
        Texts.written(Opinion.class, value, 2000);
    }

    @Override
    public String toString() {
        return value;
    }
}
