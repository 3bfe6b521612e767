package cn.dabiao.ledger.proof;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A text signed by one or more keys (C2SP signed-note). Its text is told only to whoever names a key that signed it. At
 * most 64 KiB.
 */
public final class SignedNote {

    /** The bound that the format asks verifiers to set; far more than sixteen of our signatures need. */
    public static final int MAX_BYTES = 1 << 16;

    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x1F&&[^\\n]]");

    private final String note;
    private final byte[] text;
    private final List<NoteSignature> signatures;

    private SignedNote(String note, byte[] text, List<NoteSignature> signatures) {
        this.note = note;
        this.text = text;
        this.signatures = signatures;
    }

    /** @throws Malformed unless the text ends in a newline and holds no other control character */
    public static SignedNote sign(String text, SigningKey key) {
        String line = NoteSignature.line(key, text.getBytes(StandardCharsets.UTF_8));
        return parse((text + "\n" + line).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Malformed unless the bytes are a note: valid UTF-8, a text, a blank line, signature lines */
    public static SignedNote parse(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw new Malformed("a note of more than 64 KiB");
        }
        String note = StrictUtf8.decode(bytes);
        int blank = note.lastIndexOf("\n\n");
        if (blank < 0 || !note.endsWith("\n") || blank + 2 == note.length() || CONTROL.matcher(note).find()) {
            throw new Malformed("not a signed note");
        }
        String text = note.substring(0, blank + 1);
        List<NoteSignature> signatures =
                note.substring(blank + 2).lines().map(NoteSignature::parse).toList();
        return new SignedNote(note, text.getBytes(StandardCharsets.UTF_8), signatures);
    }

    /**
     * The text, final newline included. Signatures of other keys are ignored, even of one with the same name.
     *
     * @throws Malformed when the key did not sign, or a signature in its name is not its own
     */
    public String textSignedBy(VerifierKey key) {
        List<NoteSignature> own = signatures.stream().filter(it -> it.isBy(key)).toList();
        if (own.isEmpty()) {
            throw new Malformed("the note is not signed by " + key.name());
        }
        if (!own.stream().allMatch(it -> it.verifies(key, text))) {
            throw new Malformed("the note's signature in the name of " + key.name() + " is false");
        }
        return new String(text, StandardCharsets.UTF_8);
    }

    /** The whole note, as it is stored and served. */
    @Override
    public String toString() {
        return note;
    }

    public byte[] toBytes() {
        return note.getBytes(StandardCharsets.UTF_8);
    }
}
