package cn.dabiao.app.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cn.dabiao.app.data.SecretFile;
import cn.dabiao.app.start.StartRefused;
import cn.dabiao.ledger.proof.Malformed;
import cn.dabiao.ledger.proof.SigningKey;
import cn.dabiao.ledger.proof.VerifierKey;

/** The private key of the ledger: made at the first start, and never again unless it is asked for. */
final class LedgerKey {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerKey.class);
    private static final String ANOTHER = ", or begin with another key by dabiao.ledger.new-key=true: what was signed "
            + "so far stays provable with the old key's public half.";

    private final SecretFile file;
    private final String origin;
    private final boolean newKey;

    /** @param newKey whether another key may follow the one that signed until now */
    LedgerKey(SecretFile file, String origin, boolean newKey) {
        this.file = file;
        this.origin = origin;
        this.newKey = newKey;
    }

    /**
     * The key in the file; a new one when there is no file.
     *
     * @param signedBy the key of the newest checkpoint
     * @throws StartRefused when the file is open to others or holds no key of this ledger, or when it is missing and
     *                      there are checkpoints
     */
    SigningKey loadOrCreate(Optional<VerifierKey> signedBy) {
        Optional<String> content = file.read();
        if (content.isEmpty() && signedBy.isPresent() && !newKey) {
            throw new StartRefused(
                    "The key of this ledger, " + signedBy.get() + ", is missing: there is no file " + file.path() + ".",
                    "Restore it from a backup" + ANOTHER);
        }
        SigningKey key = content.map(this::load).orElseGet(this::create);
        if (signedBy.isPresent() && !signedBy.get().equals(key.verifier()) && !newKey) {
            throw new StartRefused(
                    "The ledger is signed by " + signedBy.get() + ", but " + file.path() + " holds the private half of "
                            + key.verifier() + ".",
                    "Restore the file from a backup" + ANOTHER);
        }
        return key;
    }

    private SigningKey load(String content) {
        if (file.isOpenToOthers()) {
            throw new StartRefused(
                    "The ledger's private key in " + file.path() + " is open to others than its owner.",
                    "chmod 600 " + file.path() + "; if somebody may have read it, begin with another key.");
        }
        SigningKey key = parse(content.strip());
        if (!key.verifier().name().equals(origin)) {
            throw new StartRefused(
                    "The key in " + file.path() + " is of " + key.verifier().name() + ", and this ledger is " + origin + ".",
                    "Set dabiao.ledger.origin to the key's name, or give the key of this ledger as dabiao.ledger.key-file.");
        }
        return key;
    }

    private SigningKey parse(String text) {
        try {
            return SigningKey.parse(text);
        } catch (Malformed e) {
            throw new StartRefused(
                    "The ledger's private key in " + file.path() + " cannot be read: " + e.getMessage() + ".",
                    "Restore the file from a backup" + ANOTHER,
                    e);
        }
    }

    private SigningKey create() {
        SigningKey key = SigningKey.generate(origin, new SecureRandom());
        try {
            Files.createDirectories(file.path().toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        file.write(key.secretText() + "\n");
        LOG.info("Made the ledger's key in {}; keep a copy of it apart from the database. Its public half: {}",
                file.path(), key.verifier());
        return key;
    }
}
