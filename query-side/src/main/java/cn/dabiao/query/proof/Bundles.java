package cn.dabiao.query.proof;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;

import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.ledger.audit.Audit;
import cn.dabiao.ledger.signing.SignedCheckpoint;

/**
 * A school's bundle on its way out. It is written to a file first: what goes wrong is answered as a problem and not as
 * half a zip, and a slow line holds neither a connection nor a snapshot of the database.
 */
final class Bundles {

    private final Audit audit;

    Bundles(Audit audit) {
        this.audit = audit;
    }

    /** The bundle as of a checkpoint; the file is gone once it has been read. */
    Resource of(SchoolCode school, SignedCheckpoint checkpoint) {
        try {
            Path file = Files.createTempFile("bundle-" + school + "-", ".zip");
            try {
                return written(school, checkpoint, file);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(file);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Resource written(SchoolCode school, SignedCheckpoint checkpoint, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            audit.writeBundle(school, checkpoint, out);
        }
        long length = Files.size(file);
        return new InputStreamResource(Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE)) {
            @Override
            public long contentLength() {
                return length;
            }
        };
    }
}
