package cn.dabiao.domain.value;

/** A number of people: 0 to 100000. */
public record Count(Integer value) implements SingleValue<Integer> {

    public Count {
        if (value < 0 || value > 100_000) {
            throw new InvalidValue(Count.class, value);
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
