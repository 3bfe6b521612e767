package cn.dabiao.person;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

import cn.dabiao.domain.people.PersonId;

/**
 * The key of one person. The same text is sealed the same way each time, so that what has not changed is seen not to have: the
 * nonce is a digest of the text under a key of its own (as in RFC 5297), and no two texts of a person share one.
 */
final class PersonKey {

    private static final Base64.Encoder TO_TEXT = Base64.getUrlEncoder().withoutPadding();
    private static final String BEGINNING = "sealed:";
    private static final int KIND_AT = BEGINNING.length();
    private static final int ID_AT = KIND_AT + 2;
    private static final int ID_LENGTH = 22;

    private final PersonId id;
    private final Suite suite;
    private final byte[] sealing;
    private final byte[] numbering;

    PersonKey(PersonId id, Suite suite, byte[] key) {
        this.id = id;
        this.suite = suite;
        this.sealing = suite.derive(key, "seal");
        this.numbering = suite.derive(key, "nonce");
    }

    PersonId id() {
        return id;
    }

    /** @param kind {@code n} for a name, {@code p} for a phone number */
    String seal(char kind, String text) {
        byte[] bound = bound(kind);
        byte[] clear = text.getBytes(StandardCharsets.UTF_8);
        byte[] nonce = Arrays.copyOf(suite.mac(numbering, bound, clear), Suite.NONCE_BYTES);
        byte[] body = suite.seal(sealing, nonce, clear, bound);
        return BEGINNING + kind + ":" + TO_TEXT.encodeToString(bytes(id)) + ":" + TO_TEXT.encodeToString(body);
    }

    /** @throws UnreadableSeal when it was changed, or is another person's */
    String open(String seal) {
        byte[] body = Base64.getUrlDecoder().decode(seal.substring(ID_AT + ID_LENGTH + 1));
        return new String(suite.open(sealing, body, bound(seal.charAt(KIND_AT))), StandardCharsets.UTF_8);
    }

    /** Whose seal it is. */
    static PersonId of(String seal) {
        ByteBuffer id = ByteBuffer.wrap(Base64.getUrlDecoder().decode(seal.substring(ID_AT, ID_AT + ID_LENGTH)));
        return PersonId.of(new UUID(id.getLong(), id.getLong()));
    }

    static boolean isName(String seal) {
        return seal.charAt(KIND_AT) == 'n';
    }

    private byte[] bound(char kind) {
        return ByteBuffer.allocate(17).put(bytes(id)).put((byte) kind).array();
    }

    private static byte[] bytes(PersonId id) {
        UUID uuid = id.uuid();
        return ByteBuffer.allocate(16).putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits()).array();
    }
}
