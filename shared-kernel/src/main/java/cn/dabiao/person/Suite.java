package cn.dabiao.person;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;

/** Ciphers that go together: the world's usual ones, or the national ones (国密, GB/T 32905 and 32907). */
public enum Suite {

    /** AES-256-GCM with HMAC-SHA-256. */
    AES('A', "AES/GCM/NoPadding", "AES", 32, "HmacSHA256", false),

    /** SM4-GCM with HMAC-SM3. */
    SM4('S', "SM4/GCM/NoPadding", "SM4", 16, "HMACSM3", true);

    static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final char mark;
    private final String cipher;
    private final String algorithm;
    private final int keyBytes;
    private final String digest;
    private final boolean national;

    Suite(
            char mark,
            String cipher,
            String algorithm,
            int keyBytes,
            String digest,
            boolean national) {
        this.mark = mark;
        this.cipher = cipher;
        this.algorithm = algorithm;
        this.keyBytes = keyBytes;
        this.digest = digest;
        this.national = national;
    }

    /** What it is known by where there is room for a byte. */
    byte mark() {
        return (byte) mark;
    }

    static Optional<Suite> marked(byte mark) {
        return Arrays.stream(values()).filter(suite -> suite.mark() == mark).findFirst();
    }

    /** A key for one purpose, made of a key for several. */
    byte[] derive(byte[] key, String purpose) {
        return mac(key, purpose.getBytes(StandardCharsets.UTF_8));
    }

    /** 32 bytes. */
    byte[] mac(byte[] key, byte[]... parts) {
        try {
            Provider from = provider();
            Mac mac = from == null ? Mac.getInstance(digest) : Mac.getInstance(digest, from);
            mac.init(new SecretKeySpec(key, digest));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The nonce and the ciphertext behind it.
     *
     * @param key   of which as many bytes are used as the cipher takes
     * @param nonce of {@link #NONCE_BYTES}, never the same for two texts
     */
    byte[] seal(byte[] key, byte[] nonce, byte[] text, byte[] bound) {
        try {
            byte[] sealed = run(Cipher.ENCRYPT_MODE, key, nonce, text, bound);
            return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws UnreadableSeal when it was sealed with another key or for something else, or was changed since */
    byte[] open(byte[] key, byte[] sealed, byte[] bound) {
        if (sealed.length < NONCE_BYTES) {
            throw new UnreadableSeal("cut off", null);
        }
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        try {
            return run(Cipher.DECRYPT_MODE, key, nonce, Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length), bound);
        } catch (GeneralSecurityException e) {
            throw new UnreadableSeal("sealed with another key, or changed since", e);
        }
    }

    private byte[] run(int mode, byte[] key, byte[] nonce, byte[] text, byte[] bound) throws GeneralSecurityException {
        Provider from = provider();
        Cipher running = from == null ? Cipher.getInstance(cipher) : Cipher.getInstance(cipher, from);
        running.init(
                mode,
                new SecretKeySpec(Arrays.copyOf(key, keyBytes), algorithm),
                new GCMParameterSpec(TAG_BITS, nonce));
        running.updateAAD(bound);
        return running.doFinal(text);
    }

    /** The JDK has no national ciphers. */
    private @Nullable Provider provider() {
        return national ? BouncyCastle.PROVIDER : null;
    }

    /** Made when it is first wanted: most never want it. */
    private static final class BouncyCastle {

        private static final Provider PROVIDER = new BouncyCastleProvider();
    }
}
