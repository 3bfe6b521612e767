package cn.dabiao.person;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import cn.dabiao.domain.people.PersonId;
import cn.dabiao.domain.value.InvalidValue;

/**
 * A master key from a file, and who was erased in a file beside it, a number a line: lines are added and never taken away. Nodes
 * that share the database share both.
 */
public final class FileMasterKey implements MasterKey {

    private static final byte[] BOUND = "dabiao person key".getBytes(StandardCharsets.UTF_8);
    /** How soon it is noticed that another node has erased somebody, even where the database does not say so. */
    private static final long LOOK_AGAIN_NANOS = Duration.ofSeconds(10).toNanos();

    private final Map<Suite, byte[]> wrapping = new EnumMap<>(Suite.class);
    private final Map<Suite, byte[]> finding = new EnumMap<>(Suite.class);
    private final Path erasures;
    private final SecureRandom random = new SecureRandom();
    private final Set<PersonId> erased = ConcurrentHashMap.newKeySet();
    private volatile long lookedAt;
    private volatile long size = -1;

    /**
     * @param key      of 32 bytes, as it stands in its file
     * @param erasures the file of those who were erased
     */
    public FileMasterKey(byte[] key, Path erasures) {
        for (Suite suite : Suite.values()) {
            wrapping.put(suite, suite.derive(key, "wrap with " + suite));
            finding.put(suite, suite.derive(key, "find with " + suite));
        }
        this.erasures = erasures;
        look();
    }

    @Override
    public byte[] wrap(Suite suite, byte[] key) {
        byte[] nonce = new byte[Suite.NONCE_BYTES];
        random.nextBytes(nonce);
        return suite.seal(of(suite, wrapping), nonce, key, BOUND);
    }

    @Override
    public byte[] unwrap(Suite suite, byte[] wrapped) {
        return suite.open(of(suite, wrapping), wrapped, BOUND);
    }

    @Override
    public byte[] mac(Suite suite, byte[] text) {
        return suite.mac(of(suite, finding), text);
    }

    private static byte[] of(Suite suite, Map<Suite, byte[]> keys) {
        return Objects.requireNonNull(keys.get(suite));
    }

    @Override
    public void requireErasable() {
        append(new byte[0]);
    }

    @Override
    public synchronized void erase(PersonId person) {
        if (erased.contains(person)) {
            return;
        }
        append((person.value() + "\n").getBytes(StandardCharsets.US_ASCII));
        erased.add(person);
    }

    /** What a crash has cut off stays a line of its own. */
    private void append(byte[] line) {
        try (FileChannel file = FileChannel.open(
                erasures, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long end = file.size();
            ByteBuffer last = ByteBuffer.allocate(1);
            boolean cutOff = end > 0 && file.read(last, end - 1) == 1 && last.get(0) != '\n';
            ByteBuffer written = ByteBuffer.allocate(line.length + 1);
            if (cutOff) {
                written.put((byte) '\n');
            }
            written.put(line).flip();
            file.position(end);
            while (written.hasRemaining()) {
                file.write(written);
            }
            file.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Set<PersonId> erased() {
        if (System.nanoTime() - lookedAt > LOOK_AGAIN_NANOS) {
            look();
        }
        return erased;
    }

    private void look() {
        lookedAt = System.nanoTime();
        try {
            long now = Files.size(erasures);
            if (now != size) {
                Files.readAllLines(erasures).stream().flatMap(line -> person(line).stream()).forEach(erased::add);
                size = now;
            }
        } catch (NoSuchFileException e) {
            // Nobody was erased yet.
            size = -1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty for what a crash has cut off: that erasure is an event, and is done again from there. */
    private static Optional<PersonId> person(String line) {
        try {
            return Optional.of(new PersonId(line));
        } catch (InvalidValue e) {
            return Optional.empty();
        }
    }
}
