package cn.dabiao.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The expected bytes and hashes were computed by a program in another language, from the format's text alone. */
class LeafTest {

    private static final UUID NIL = new UUID(0, 0);
    private static final byte[] NOTHING = {};

    @Test
    void a_leaf_is_its_eleven_fields_behind_their_lengths() {
        Leaf leaf = Leaf.of(
                42,
                "assessment:2018-gn:2132072401",
                7,
                "assessment",
                UUID.fromString("018F3B1E-7C00-7ABC-8DEF-0123456789AB"),
                "assessment.ItemScored",
                "1",
                Instant.parse("2026-03-01T08:00:00Z"),
                "{\"reason\":\"监控室面积8㎡\"}".getBytes(StandardCharsets.UTF_8),
                "{\"actor\":\"a\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(HexFormat.of().formatHex(leaf.encoded())).isEqualTo(
                "0000000f64616269616f2d6576656e742d76310000000234320000001d6173736573736d656e743a323031382d676e3a323133323037"
                        + "3234303100000001370000000a6173736573736d656e740000002430313866336231652d376330302d376162632d386465662d"
                        + "303132333435363738396162000000156173736573736d656e742e4974656d53636f72656400000001310000001b323032362d"
                        + "30332d30315430383a30303a30302e3030303030305a000000202c5ec0b4c992be53b4354baadbbe738f92dd10014c648b35b5"
                        + "f9f3186a08626900000020003d2e33666896901095b9ca7b8fec700dd407740fac6ae638485762a81f079a");
        assertThat(leaf.hash()).hasToString("f58d11deb9bbf7bce5c6cb70a5cc196244b163df857d5b5873ce08751cc705de");
    }

    @Test
    void empty_fields_far_characters_and_the_ends_of_time_have_their_hash() {
        assertThat(new Event().stream("学校:𠀀").type("学校").named("t", "").at("0000-01-01T00:00:00.000001Z").leaf().hash())
                .hasToString("6deb6e62cc1a45b16b680d0f06418a88a96a574f3bd441edb3b570163a255645");
        assertThat(Leaf.of(
                        Long.MAX_VALUE, "s", Long.MAX_VALUE, "t", new UUID(-1, -1), "t", "2",
                        Instant.parse("9999-12-31T23:59:59.999999Z"), new byte[] {0}, new byte[] {-1})
                .hash()).hasToString("1a5e3d2309d14d11bbe375c3a859af228566ce13e6d327bbf69cb5a261290ae4");
    }

    @Test
    void what_cannot_be_written_in_one_way_is_no_leaf() {
        assertMalformed(() -> new Event().stream("s\uD800").leaf());
        assertMalformed(() -> new Event().type("\uDC00t").leaf());
        assertMalformed(() -> new Event().named("t\uD800x", "1").leaf());
        assertMalformed(() -> new Event().named("t", "\uD800").leaf());
        assertMalformed(() -> new Event().at("2026-03-01T08:00:00.000000001Z").leaf());
        assertMalformed(() -> new Event().at("+10000-01-01T00:00:00Z").leaf());
        assertMalformed(() -> new Event().at("-0001-12-31T23:59:59Z").leaf());
        assertMalformed(() -> Leaf.of(-1, "s", 0, "t", NIL, "t", "1", Instant.EPOCH, NOTHING, NOTHING));
        assertMalformed(() -> Leaf.of(0, "s", -1, "t", NIL, "t", "1", Instant.EPOCH, NOTHING, NOTHING));
    }

    @Test
    void a_time_always_has_six_digits() {
        assertThat(RecordedAt.text(Instant.EPOCH)).isEqualTo("1970-01-01T00:00:00.000000Z");
        assertThat(RecordedAt.text(Instant.parse("2026-03-01T08:00:00.12Z"))).isEqualTo("2026-03-01T08:00:00.120000Z");
        assertThat(RecordedAt.parse("2026-03-01T08:00:00.000001Z")).isEqualTo(Instant.parse("2026-03-01T08:00:00.000001Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "2026-03-01T08:00:00Z", "2026-03-01T08:00:00.00000Z", "2026-03-01T08:00:00.0000000Z", "2026-03-01T08:00:00.000000",
        "2026-03-01T08:00:00.000000z", "2026-03-01t08:00:00.000000Z", "2026-03-01 08:00:00.000000Z", "",
        "2026-02-29T08:00:00.000000Z", "2026-03-01T24:00:00.000000Z", "2026-03-01T23:59:60.000000Z",
        "2026-03-01T08:00:00.000000+00:00", "+2026-03-01T08:00:00.000000Z", "12026-03-01T08:00:00.000000Z",
        "-001-03-01T08:00:00.000000Z", "2026-03-01T08:00:00,000000Z", "２026-03-01T08:00:00.000000Z", " 2026-03-01T08:00:00.000000Z"
    })
    void another_way_to_write_a_time_is_refused(String text) {
        assertMalformed(() -> RecordedAt.parse(text));
    }

    private static void assertMalformed(Runnable making) {
        assertThatExceptionOfType(Malformed.class).isThrownBy(making::run);
    }

    private record Event(String stream, String type, String name, String revision, String at) {

        Event() {
            this("s", "t", "t", "1", "1970-01-01T00:00:00Z");
        }

        Event stream(String other) {
            return new Event(other, type, name, revision, at);
        }

        Event type(String other) {
            return new Event(stream, other, name, revision, at);
        }

        Event named(String other, String otherRevision) {
            return new Event(stream, type, other, otherRevision, at);
        }

        Event at(String other) {
            return new Event(stream, type, name, revision, other);
        }

        Leaf leaf() {
            return Leaf.of(0, stream, 0, type, NIL, name, revision, Instant.parse(at), NOTHING, NOTHING);
        }
    }
}
