package cn.dabiao.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.stream.Stream;

import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import cn.dabiao.domain.value.Sha256;

/** Against an S3 server over HTTP, which checks signatures. */
class S3EvidenceStoreTest {

    private static final byte[] VIDEO = new byte[3 << 20];
    private static final Sha256 UNKNOWN = new Sha256("0".repeat(64));
    private static final Instant NOW = Instant.parse("2018-04-10T01:30:00Z");

    static {
        new Random(1).nextBytes(VIDEO);
    }

    private final TransientNio2BlobStore objects = new TransientNio2BlobStore();
    private final S3Proxy server = S3Proxy.builder()
            .blobStore(objects)
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.AWS_V4, "dabiao", "secret")
            .build();

    @TempDir
    private Path incoming = Path.of("");

    @BeforeEach
    void a_server_with_a_bucket() throws Exception {
        objects.createContainer("evidence");
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void what_is_kept_is_an_object_under_its_hash_and_is_read_back() throws IOException {
        try (S3EvidenceStore store = store("secret")) {
            Sha256 hash = keep(store);
            keep(store);

            assertThat(store.has(hash)).isTrue();
            try (InputStream content = store.open(hash)) {
                assertThat(content.readAllBytes()).isEqualTo(VIDEO);
            }
            try (Stream<Path> left = Files.list(incoming)) {
                assertThat(left).isEmpty();
            }
        }
    }

    @Test
    void what_is_not_there_is_told_from_a_store_that_refuses_or_is_away() throws Exception {
        try (S3EvidenceStore store = store("secret")) {
            assertThat(store.has(UNKNOWN)).isFalse();
            assertThatThrownBy(() -> store.open(UNKNOWN)).isInstanceOf(NoSuchFileException.class);
        }
        try (S3EvidenceStore store = store("guessed")) {
            assertThatThrownBy(() -> keep(store)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> store.has(UNKNOWN)).isInstanceOf(IOException.class);
        }
        try (S3EvidenceStore store = store("secret")) {
            server.stop();
            assertThatThrownBy(() -> keep(store)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> store.open(UNKNOWN))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(NoSuchFileException.class);
        }
    }

    @Test
    void the_secret_is_not_printed() {
        assertThat(location("secret")).asString().isEqualTo("http://127.0.0.1:" + server.getPort() + "/evidence");
    }

    private static Sha256 keep(EvidenceStore store) throws IOException {
        try (ReceivedFile file = store.receive(new ByteArrayInputStream(VIDEO))) {
            store.keep(file);
            return file.sha256();
        }
    }

    private S3EvidenceStore store(String secret) throws IOException {
        return S3EvidenceStore.of(location(secret), incoming, NOW);
    }

    private S3Location location(String secret) {
        URI endpoint = URI.create("http://127.0.0.1:" + server.getPort());
        return new S3Location(endpoint, "evidence", "cn-north-1", "dabiao", secret, true);
    }
}
