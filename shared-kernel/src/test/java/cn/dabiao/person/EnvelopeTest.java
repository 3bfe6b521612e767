package cn.dabiao.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is kept for a while is sealed, and opened by whoever has the master key. */
class EnvelopeTest {

    private static final byte[] CONTENT = "{\"secret\": \"校长 0518-83220001\"}".getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @EnumSource
    void another_process_with_the_same_master_key_opens_it_and_nobody_else(Suite suite) {
        byte[] sealed = new Envelope(master(0), suite).seal(CONTENT);

        assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("secret", "0518");
        assertThat(new Envelope(master(0), Suite.AES).open(sealed)).hasValue(CONTENT);
        assertThat(new Envelope(master(1), suite).open(sealed)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatever_is_changed_or_cut_off_is_not_opened(Suite suite) {
        Envelope envelope = new Envelope(master(0), suite);
        byte[] sealed = envelope.seal(CONTENT);

        for (int at = 0; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 0x40;
            assertThat(envelope.open(changed)).as("byte %d", at).isEmpty();
            assertThat(envelope.open(Arrays.copyOf(sealed, at))).as("first %d bytes", at).isEmpty();
        }
    }

    private static MasterKey master(int first) {
        byte[] key = new byte[32];
        key[0] = (byte) first;
        return new FileMasterKey(key, Path.of("none"));
    }
}
