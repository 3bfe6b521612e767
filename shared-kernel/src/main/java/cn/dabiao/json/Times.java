package cn.dabiao.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.util.function.Function;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.module.SimpleModule;

/**
 * Dates and instants as ISO text and nothing else, of the years 1900 to 2100: no campaign lies outside, and PostgreSQL
 * and the calendars of time zones are at home in all of them.
 */
final class Times {

    private static final Year FIRST = Year.of(1900);
    private static final Year LAST = Year.of(2100);

    private Times() {}

    static SimpleModule module() {
        return new SimpleModule("dabiao-times")
                .addDeserializer(LocalDate.class, new Reader<>(LocalDate.class, Times::date))
                .addDeserializer(Instant.class, new Reader<>(Instant.class, Times::instant));
    }

    private static LocalDate date(String text) {
        LocalDate date = LocalDate.parse(text);
        requireOurTimes(date.getYear());
        return date;
    }

    private static Instant instant(String text) {
        OffsetDateTime time = OffsetDateTime.parse(text);
        requireOurTimes(time.getYear());
        return time.toInstant();
    }

    private static void requireOurTimes(int year) {
        if (year < FIRST.getValue() || year > LAST.getValue()) {
            throw new DateTimeException("year " + year);
        }
    }

    private static final class Reader<T> extends ValueDeserializer<T> {

        private final Class<T> type;
        private final Function<String, T> parse;

        private Reader(Class<T> type, Function<String, T> parse) {
            this.type = type;
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            JsonToken token = parser.currentToken();
            if (token == null || !token.isScalarValue()) {
                return type.cast(context.handleUnexpectedToken(context.constructType(type), parser));
            }
            try {
                if (token == JsonToken.VALUE_STRING) {
                    return parse.apply(parser.getString());
                }
            } catch (DateTimeException e) {
                // Told below, like any other text that is none.
            }
            throw InvalidFormatException.from(parser, "not a " + type.getSimpleName(), parser.getString(), type);
        }
    }
}
