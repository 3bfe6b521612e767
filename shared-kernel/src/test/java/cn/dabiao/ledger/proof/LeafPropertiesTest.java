package cn.dabiao.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is written by hand to be quick is what the JDK would write. */
class LeafPropertiesTest {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    @Property(tries = 2_000)
    void a_time_is_written_as_the_formatter_writes_it(@ForAll("times") Instant time) {
        assertThat(RecordedAt.text(time)).isEqualTo(FORM.format(time));
        assertThat(RecordedAt.parse(RecordedAt.text(time))).isEqualTo(time);
    }

    @Property(tries = 2_000)
    void a_text_that_has_utf_8_is_taken_and_no_other(@ForAll("texts") String text) {
        boolean hasUtf8 = StandardCharsets.UTF_8.newEncoder().canEncode(text);

        assertThat(catchThrowable(() -> leafOf(text)) == null).isEqualTo(hasUtf8);
    }

    @Provide
    Arbitrary<Instant> times() {
        return Arbitraries.longs().between(FIRST.getEpochSecond(), LAST.getEpochSecond()).flatMap(second ->
                Arbitraries.integers().between(0, 999_999).map(micro -> Instant.ofEpochSecond(second, micro * 1_000L)));
    }

    /** Short, and half of the characters are halves of one. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.chars().with('a', '室', '\uD83D', '\uDE00', '\uDFFF', '\uD800').list().ofMaxSize(6)
                .map(characters -> characters.stream().map(String::valueOf).reduce("", String::concat));
    }

    private static Leaf leafOf(String text) {
        return Leaf.of(
                0, text, 0, "", new UUID(0, 0), "", "", Instant.EPOCH, new byte[0], new byte[0]);
    }
}
