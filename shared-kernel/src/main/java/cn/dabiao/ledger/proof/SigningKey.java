package cn.dabiao.ledger.proof;

import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The private half of a note's key. Its text is for the key file alone; {@link #toString} does not tell it. */
public final class SigningKey {

    private static final String PREFIX = "PRIVATE+KEY+";
    private static final Pattern FORM = Pattern.compile("PRIVATE\\+KEY\\+([^+]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/=]+)");

    private final byte[] seed;
    private final PrivateKey key;
    private final VerifierKey verifier;

    private SigningKey(String name, byte[] seed) {
        KeyPair pair = Ed25519.keyPair(seed);
        this.seed = seed.clone();
        this.key = pair.getPrivate();
        this.verifier = new VerifierKey(name, Ed25519.raw(pair.getPublic()));
    }

    /** A new key of this name; the randomness comes from the caller. */
    public static SigningKey generate(String name, SecureRandom random) {
        byte[] seed = new byte[Ed25519.KEY_LENGTH];
        random.nextBytes(seed);
        return new SigningKey(name, seed);
    }

    /**
     * Reads a signer key as the note tools of Go write it: {@code PRIVATE+KEY+<name>+<hash>+<base64>}.
     *
     * @throws Malformed unless it is well written and its hash is that of name and public key
     */
    public static SigningKey parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new Malformed("not a signer key");
        }
        SigningKey key = new SigningKey(parts.group(1), KeyName.typedKey(parts.group(3)));
        if (!HexFormat.of().formatHex(key.verifier.id()).equals(parts.group(2))) {
            throw new Malformed("the signer key's hash is not that of its name and key");
        }
        return key;
    }

    public VerifierKey verifier() {
        return verifier;
    }

    /** The signer-key form, without a newline. Secret: whoever reads it can sign in the ledger's name. */
    public String secretText() {
        return PREFIX + KeyName.write(verifier.name(), verifier.id(), seed);
    }

    byte[] sign(byte[] message) {
        return Ed25519.sign(key, message);
    }

    @Override
    public String toString() {
        return "signing key of " + verifier;
    }
}
