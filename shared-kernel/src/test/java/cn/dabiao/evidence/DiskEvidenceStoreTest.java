package cn.dabiao.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import cn.dabiao.domain.value.Sha256;

class DiskEvidenceStoreTest {

    private static final byte[] PICTURE = "a picture".getBytes(StandardCharsets.UTF_8);
    private static final Sha256 HASH = new Sha256("92b2fa58028958317e408bd84ecfa70f5ee35b121991dbc232c49d166353708b");
    private static final Instant NOW = Instant.parse("2018-04-10T01:30:00Z");

    private final Path directory;
    private final EvidenceStore store;

    DiskEvidenceStoreTest(@TempDir Path directory) throws IOException {
        this.directory = directory;
        this.store = DiskEvidenceStore.in(directory, NOW);
    }

    @Test
    void what_is_kept_lies_under_its_hash_for_its_owner_alone_and_is_read_back() throws IOException {
        try (ReceivedFile file = store.receive(new ByteArrayInputStream(PICTURE))) {
            assertThat(file.sha256()).isEqualTo(HASH);
            assertThat(file.bytes()).isEqualTo(PICTURE.length);
            assertThat(store.has(file.sha256())).as("only received").isFalse();
            store.keep(file);
        }

        String name = HASH.value();
        Path kept = directory.resolve(name.substring(0, 2)).resolve(name.substring(2, 4)).resolve(name);
        assertThat(files()).containsExactly(kept);
        assertThat(Files.getPosixFilePermissions(kept)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(kept.getParent())).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(store.has(HASH)).isTrue();
        try (InputStream content = store.open(HASH)) {
            assertThat(content.readAllBytes()).isEqualTo(PICTURE);
        }
    }

    @Test
    void what_breaks_off_leaves_nothing_behind_nor_does_what_nobody_keeps() throws IOException {
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(PICTURE), new BrokenLine());

        assertThatThrownBy(() -> store.receive(broken)).hasMessage("the line is dead");
        store.receive(new ByteArrayInputStream(PICTURE)).close();

        assertThat(files()).isEmpty();
        assertThat(store.has(HASH)).isFalse();
        assertThatThrownBy(() -> store.open(HASH)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void the_same_file_from_many_at_once_is_kept_once() throws Exception {
        int uploaders = 8;
        CyclicBarrier together = new CyclicBarrier(uploaders);
        Callable<Sha256> upload = () -> {
            try (ReceivedFile file = store.receive(new ByteArrayInputStream(PICTURE))) {
                together.await();
                store.keep(file);
                return file.sha256();
            }
        };
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Sha256>> all = threads.invokeAll(IntStream.range(0, uploaders).mapToObj(_ -> upload).toList());
            for (Future<Sha256> each : all) {
                assertThat(each.get()).isEqualTo(HASH);
            }
        }

        assertThat(files()).hasSize(1);
        assertThat(Files.readAllBytes(files().getFirst())).isEqualTo(PICTURE);
    }

    @Test
    void half_a_file_under_the_name_of_a_whole_one_is_mended_by_the_next_upload() throws IOException {
        keep();
        Path kept = files().getFirst();
        Files.write(kept, new byte[] {1});

        keep();

        assertThat(Files.readAllBytes(kept)).isEqualTo(PICTURE);
    }

    @Test
    void what_was_arriving_a_day_ago_is_taken_away_and_what_arrives_now_is_not() throws IOException {
        ReceivedFile abandoned = store.receive(new ByteArrayInputStream(PICTURE));
        ReceivedFile arriving = store.receive(new ByteArrayInputStream(PICTURE));
        Files.setLastModifiedTime(abandoned.path(), FileTime.from(NOW.minus(Duration.ofDays(1)).minusSeconds(1)));
        Files.setLastModifiedTime(arriving.path(), FileTime.from(NOW.minus(Duration.ofHours(23))));

        DiskEvidenceStore.in(directory, NOW);

        assertThat(files()).containsExactly(arriving.path());
    }

    private void keep() throws IOException {
        try (ReceivedFile file = store.receive(new ByteArrayInputStream(PICTURE))) {
            store.keep(file);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static final class BrokenLine extends InputStream {

        @Override
        public int read() throws IOException {
            throw new IOException("the line is dead");
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            return read();
        }
    }
}
