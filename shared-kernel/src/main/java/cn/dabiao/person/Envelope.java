package cn.dabiao.person;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * Seals what is kept for a while and may hold anything, persons and secrets among it: an answer that is given again. Each is
 * sealed with a key that this process has made for itself; the key travels along, wrapped by the master key.
 */
public final class Envelope {

    private static final byte[] BOUND = "dabiao envelope".getBytes(StandardCharsets.UTF_8);
    private static final int KEY_BYTES = 32;

    private final MasterKey master;
    private final Suite suite;
    private final SecureRandom random = new SecureRandom();
    private final byte[] key = new byte[KEY_BYTES];
    private final byte[] wrapped;

    public Envelope(MasterKey master, Suite suite) {
        this.master = master;
        this.suite = suite;
        random.nextBytes(key);
        this.wrapped = master.wrap(suite, key);
    }

    public byte[] seal(byte[] content) {
        byte[] nonce = new byte[Suite.NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = suite.seal(key, nonce, content, BOUND);
        return ByteBuffer.allocate(1 + Short.BYTES + wrapped.length + sealed.length)
                .put(suite.mark())
                .putShort((short) wrapped.length)
                .put(wrapped)
                .put(sealed)
                .array();
    }

    /** Empty for what was not sealed so, or by another master key. */
    public Optional<byte[]> open(byte[] envelope) {
        try {
            ByteBuffer parts = ByteBuffer.wrap(envelope);
            return Suite.marked(parts.get()).map(theirs -> opened(theirs, parts));
        } catch (UnreadableSeal | BufferUnderflowException | NegativeArraySizeException e) {
            return Optional.empty();
        }
    }

    /** The same digest for the same digest, and nothing that whoever has the database can try contents against. */
    public byte[] keyed(byte[] digest) {
        return master.mac(Suite.AES, digest);
    }

    private byte[] opened(Suite theirs, ByteBuffer parts) {
        byte[] theirKey = master.unwrap(theirs, taken(parts, parts.getShort()));
        return theirs.open(theirKey, taken(parts, parts.remaining()), BOUND);
    }

    private static byte[] taken(ByteBuffer from, int length) {
        byte[] part = new byte[length];
        from.get(part);
        return part;
    }
}
