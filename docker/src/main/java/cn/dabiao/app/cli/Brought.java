package cn.dabiao.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import cn.dabiao.ledger.proof.Malformed;
import cn.dabiao.ledger.proof.SignedNote;
import cn.dabiao.ledger.proof.VerifierKey;

/** The small files that an auditor brings along. */
final class Brought {

    private Brought() {}

    /** The file's only line, without its end. */
    static String line(Path file) throws IOException {
        return Files.readString(file).stripTrailing();
    }

    /** @throws Malformed when the text is neither a key nor the name of a file that holds one */
    static VerifierKey key(String keyOrFile) throws IOException {
        try {
            return VerifierKey.parse(keyOrFile);
        } catch (Malformed notAKey) {
            if (!isFile(keyOrFile)) {
                throw new Malformed("--key %s: %s, and no such file".formatted(keyOrFile, notAKey.getMessage()));
            }
        }
        try {
            return VerifierKey.parse(line(Path.of(keyOrFile)));
        } catch (Malformed e) {
            throw new Malformed("--key %s: %s".formatted(keyOrFile, e.getMessage()));
        }
    }

    /** @throws Malformed when one is no signed note */
    static List<SignedNote> notes(List<Path> files) throws IOException {
        List<SignedNote> notes = new ArrayList<>();
        for (Path file : files) {
            try {
                notes.add(SignedNote.parse(Files.readAllBytes(file)));
            } catch (Malformed e) {
                throw new Malformed("--checkpoint %s: %s".formatted(file, e.getMessage()));
            }
        }
        return notes;
    }

    private static boolean isFile(String name) {
        try {
            return Files.isRegularFile(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
