package cn.dabiao.ledger.proof;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** The one text of an event's time: UTC, always six digits of a second, e.g. {@code 2026-03-01T08:00:00.000000Z}. */
public final class RecordedAt {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT)
            .withZone(ZoneOffset.UTC);
    private static final byte[] TEMPLATE = "0000-00-00T00:00:00.000000Z".getBytes(StandardCharsets.ISO_8859_1);
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private RecordedAt() {}

    /**
     * The text that is hashed.
     *
     * @throws Malformed for a time finer than microseconds, which no text would hold, or of a year beyond four digits
     */
    public static String text(Instant time) {
        LocalDateTime utc = LocalDateTime.ofInstant(checked(time), ZoneOffset.UTC);
        byte[] text = TEMPLATE.clone();
        put(text, 0, 4, utc.getYear());
        put(text, 5, 2, utc.getMonthValue());
        put(text, 8, 2, utc.getDayOfMonth());
        put(text, 11, 2, utc.getHour());
        put(text, 14, 2, utc.getMinute());
        put(text, 17, 2, utc.getSecond());
        put(text, 20, 6, utc.getNano() / 1_000);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /** By hand, because a formatter takes as long as all the hashing of an event. */
    private static void put(byte[] text, int at, int digits, int number) {
        int rest = number;
        for (int index = at + digits - 1; index >= at; index--) {
            text[index] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    /** @throws Malformed for every other way to write a time */
    public static Instant parse(String text) {
        Instant time;
        try {
            time = FORM.parse(text, Instant::from);
        } catch (DateTimeException e) {
            throw new Malformed("not a time of the form YYYY-MM-DDTHH:MM:SS.ffffffZ");
        }
        if (!text(time).equals(text)) {
            throw new Malformed("not the one way to write its time");
        }
        return time;
    }

    static Instant checked(Instant time) {
        if (!time.truncatedTo(ChronoUnit.MICROS).equals(time) || time.isBefore(FIRST) || time.isAfter(LAST)) {
            throw new Malformed(time + " is no time of microseconds in the years 0000 to 9999");
        }
        return time;
    }
}
