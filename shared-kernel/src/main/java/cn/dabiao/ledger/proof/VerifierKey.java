package cn.dabiao.ledger.proof;

import java.security.PublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The public half of a note's key, written {@code <name>+<hash>+<base64>}: what an auditor gets once, by a way he trusts,
 * and keeps. C2SP signed-note, Ed25519.
 */
public final class VerifierKey {

    private static final Pattern FORM = Pattern.compile("([^+]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/=]+)");

    private final String name;
    private final byte[] id;
    private final byte[] raw;
    private final PublicKey key;

    VerifierKey(String name, byte[] raw) {
        this.name = KeyName.checked(name);
        this.raw = raw.clone();
        this.id = KeyName.id(name, raw);
        this.key = Ed25519.publicKey(raw);
    }

    /** @throws Malformed unless name, hash and key are well written and the hash is that of name and key */
    public static VerifierKey parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new Malformed("not a verifier key");
        }
        VerifierKey key = new VerifierKey(parts.group(1), KeyName.typedKey(parts.group(3)));
        if (!HexFormat.of().formatHex(key.id).equals(parts.group(2))) {
            throw new Malformed("the verifier key's hash is not that of its name and key");
        }
        return key;
    }

    public String name() {
        return name;
    }

    byte[] id() {
        return id.clone();
    }

    boolean isNamed(String otherName, byte[] otherId) {
        return name.equals(otherName) && Arrays.equals(id, otherId);
    }

    boolean verifies(byte[] message, byte[] signature) {
        return Ed25519.verifies(key, message, signature);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that && name.equals(that.name) && Arrays.equals(raw, that.raw);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(raw);
    }

    /** The verifier-key form, without a newline. */
    @Override
    public String toString() {
        return KeyName.write(name, id, raw);
    }
}
