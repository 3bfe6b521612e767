package cn.dabiao.ledger.proof;

import java.util.Arrays;

/** One signature line of a note: {@code — <name> <base64 of key id and signature>}. */
final class NoteSignature {

    private static final String DASH = "— ";

    private final String name;
    private final byte[] signed;

    private NoteSignature(String name, byte[] signed) {
        this.name = name;
        this.signed = signed;
    }

    static NoteSignature parse(String line) {
        int space = line.lastIndexOf(' ');
        if (!line.startsWith(DASH) || space < DASH.length()) {
            throw new Malformed("not a signature line");
        }
        String name = KeyName.checked(line.substring(DASH.length(), space));
        byte[] signed = StrictBase64.decode(line.substring(space + 1));
        // Other algorithms' signatures have other lengths: all that is sure is an id and something after it.
        if (signed.length <= KeyName.ID_LENGTH) {
            throw new Malformed("a signature line holds a key id and a signature");
        }
        return new NoteSignature(name, signed);
    }

    static String line(SigningKey key, byte[] text) {
        byte[] signature = key.sign(text);
        byte[] signed = Arrays.copyOf(key.verifier().id(), KeyName.ID_LENGTH + signature.length);
        System.arraycopy(signature, 0, signed, KeyName.ID_LENGTH, signature.length);
        return DASH + key.verifier().name() + " " + StrictBase64.encode(signed) + "\n";
    }

    boolean isBy(VerifierKey key) {
        return key.isNamed(name, Arrays.copyOf(signed, KeyName.ID_LENGTH));
    }

    boolean verifies(VerifierKey key, byte[] text) {
        return key.verifies(text, Arrays.copyOfRange(signed, KeyName.ID_LENGTH, signed.length));
    }
}
