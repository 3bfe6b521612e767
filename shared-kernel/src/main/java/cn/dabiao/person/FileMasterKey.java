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
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import cn.dabiao.domain.people.PersonId;

/**
 * A master key from a file, and who was erased in a file beside it, a number a line: lines are added and never taken away. Nodes
 * that share the database share both.
 */
public final class FileMasterKey implements MasterKey {

    private static final int NONCE_BYTES = 12;
    private static final byte[] BOUND = "dabiao person key".getBytes(StandardCharsets.UTF_8);

    private final byte[] wrapping;
    private final byte[] finding;
    private final Path erasures;
    private final SecureRandom random = new SecureRandom();
    private final Set<PersonId> erased;

    /**
     * @param key      of 32 bytes, as it stands in its file
     * @param erasures the file of those who were erased; it is made with the first of them
     */
    public FileMasterKey(byte[] key, Path erasures) {
        this.wrapping = Suite.AES.mac(key, "wrap".getBytes(StandardCharsets.UTF_8));
        this.finding = Suite.AES.mac(key, "find".getBytes(StandardCharsets.UTF_8));
        this.erasures = erasures;
        this.erased = ConcurrentHashMap.newKeySet();
        this.erased.addAll(read(erasures));
    }

    @Override
    public byte[] wrap(Suite suite, byte[] key) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] wrapped = suite.encrypt(wrapping, nonce, key, BOUND);
        return ByteBuffer.allocate(nonce.length + wrapped.length).put(nonce).put(wrapped).array();
    }

    @Override
    public byte[] unwrap(Suite suite, byte[] wrapped) {
        return suite.decrypt(
                wrapping,
                Arrays.copyOf(wrapped, NONCE_BYTES),
                Arrays.copyOfRange(wrapped, NONCE_BYTES, wrapped.length),
                BOUND);
    }

    @Override
    public byte[] mac(Suite suite, byte[] text) {
        return suite.mac(finding, text);
    }

    @Override
    public synchronized void erase(PersonId person) {
        if (erased.contains(person)) {
            return;
        }
        try (FileChannel file =
                FileChannel.open(erasures, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            ByteBuffer line = ByteBuffer.wrap((person.value() + "\n").getBytes(StandardCharsets.US_ASCII));
            while (line.hasRemaining()) {
                file.write(line);
            }
            file.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        erased.add(person);
    }

    @Override
    public Set<PersonId> erased() {
        return erased;
    }

    private static Set<PersonId> read(Path erasures) {
        try {
            return Files.readAllLines(erasures).stream().map(PersonId::new).collect(Collectors.toSet());
        } catch (NoSuchFileException e) {
            return Set.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
