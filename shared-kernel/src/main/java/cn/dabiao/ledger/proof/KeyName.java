package cn.dabiao.ledger.proof;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The name of a note's key, and the id that binds the name to the public key (C2SP signed-note). */
final class KeyName {

    static final byte ED25519 = 0x01;
    static final int ID_LENGTH = 4;

    /** Neither empty nor with Unicode spaces, control characters or a plus sign. */
    private static final Pattern FORM = Pattern.compile("[^\\s\\p{Z}\\p{Cc}\\p{Cs}+]+");

    private KeyName() {}

    static String checked(String name) {
        if (!isOne(name)) {
            throw new Malformed("a key's name is not empty and holds neither spaces nor a plus sign");
        }
        return name;
    }

    static boolean isOne(String name) {
        return FORM.matcher(name).matches();
    }

    /** The first 4 bytes of {@code SHA-256(name ‖ "\n" ‖ 0x01 ‖ public key)}. */
    static byte[] id(String name, byte[] publicKey) {
        byte[] named = (name + "\n").getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(Hash.sha256(named, new byte[] {ED25519}, publicKey).toBytes(), ID_LENGTH);
    }

    /** {@code <name>+<hash>+<base64 of the type byte and the key>}, the form of verifier and signer keys alike. */
    static String write(String name, byte[] id, byte[] key) {
        byte[] typed = new byte[1 + key.length];
        typed[0] = ED25519;
        System.arraycopy(key, 0, typed, 1, key.length);
        return name + "+" + HexFormat.of().formatHex(id) + "+" + StrictBase64.encode(typed);
    }

    /** The key's bytes of what {@link #write} wrote under this name and id. */
    static byte[] typedKey(String base64) {
        byte[] typed = StrictBase64.decode(base64);
        if (typed.length != 1 + Ed25519.KEY_LENGTH || typed[0] != ED25519) {
            throw new Malformed("not an Ed25519 key");
        }
        return Arrays.copyOfRange(typed, 1, typed.length);
    }
}
