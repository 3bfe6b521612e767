package cn.dabiao.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import cn.dabiao.app.data.SecretFile;
import cn.dabiao.app.start.StartRefused;
import cn.dabiao.ledger.proof.SigningKey;
import cn.dabiao.ledger.proof.VerifierKey;

class LedgerKeyTest {

    private static final String ORIGIN = "dabiao.cn/320724";

    @TempDir
    private Path directory;

    @Test
    void it_is_made_once_for_its_owner_alone() throws IOException {
        SigningKey made = key(false).loadOrCreate(Optional.empty());

        assertThat(made.verifier().name()).isEqualTo(ORIGIN);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-------");
        assertThat(directory).isDirectoryNotContaining("glob:**.new");
        assertThat(key(false).loadOrCreate(Optional.of(made.verifier())).verifier()).isEqualTo(made.verifier());
    }

    @Test
    void a_lost_key_stops_the_start_unless_a_new_one_is_wanted() {
        VerifierKey lost = someKey().verifier();

        refused(false, Optional.of(lost), "is missing");
        assertThat(file()).doesNotExist();

        assertThat(key(true).loadOrCreate(Optional.of(lost)).verifier()).isNotEqualTo(lost);
    }

    @Test
    void another_ledgers_key_is_refused_unless_a_new_one_is_wanted() throws IOException {
        SigningKey other = someKey();
        write(other.secretText() + "\n");

        refused(false, Optional.of(someKey().verifier()), "holds the private half of");
        assertThat(key(true).loadOrCreate(Optional.of(someKey().verifier())).verifier()).isEqualTo(other.verifier());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----"})
    void a_key_that_others_can_reach_is_refused(String permissions) throws IOException {
        write(someKey().secretText());
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString(permissions));

        refused(true, Optional.empty(), "open to others");
    }

    @Test
    void what_is_no_key_is_refused_and_not_told() throws IOException {
        write(someKey().secretText().replace("320724", "320723"));

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> key(true).loadOrCreate(Optional.empty()))
                .withMessageContaining("cannot be read")
                .withMessageNotContaining("PRIVATE");
    }

    @Test
    void the_key_of_another_origin_is_refused() throws IOException {
        write(SigningKey.generate("dabiao.cn/320723", new SecureRandom()).secretText());

        refused(true, Optional.empty(), "is of dabiao.cn/320723");
    }

    private void refused(boolean newKey, Optional<VerifierKey> signedBy, String why) {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> key(newKey).loadOrCreate(signedBy))
                .withMessageContaining(why);
    }

    private LedgerKey key(boolean newKey) {
        return new LedgerKey(new SecretFile(file()), ORIGIN, newKey);
    }

    private Path file() {
        return directory.resolve("ledger.key");
    }

    private void write(String content) throws IOException {
        Files.writeString(file(), content);
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-------"));
    }

    private static SigningKey someKey() {
        return SigningKey.generate(ORIGIN, new SecureRandom());
    }
}
