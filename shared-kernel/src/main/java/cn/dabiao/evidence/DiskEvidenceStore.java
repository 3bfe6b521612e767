package cn.dabiao.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;

import cn.dabiao.domain.value.Sha256;

/**
 * Files in a directory, named by their hashes, below two levels of it so that no directory grows large:
 * {@code 9f/86/9f86d081…}. What arrives does so in {@code incoming} beside them and is moved when it is whole: no name
 * ever stands for half a file.
 */
public final class DiskEvidenceStore implements EvidenceStore {

    private final Path directory;
    private final Intake intake;

    private DiskEvidenceStore(Path directory, Intake intake) {
        this.directory = directory;
        this.intake = intake;
    }

    /**
     * Makes the directory if it is not there.
     *
     * @param now what has been arriving for longer than a day by then is taken away
     */
    public static DiskEvidenceStore in(Path directory, Instant now) throws IOException {
        return new DiskEvidenceStore(directory, Intake.in(directory.resolve("incoming"), now));
    }

    @Override
    public ReceivedFile receive(InputStream content) throws IOException {
        return intake.receive(content);
    }

    @Override
    public void keep(ReceivedFile file) throws IOException {
        Path below = directoryOf(file.sha256());
        Path kept = below.resolve(file.sha256().value());
        if (Files.exists(kept) && Files.size(kept) == file.bytes()) {
            return;
        }
        OwnerOnly.directories(below);
        // Over one that another has just kept, if need be: it is the same.
        Files.move(file.path(), kept, StandardCopyOption.ATOMIC_MOVE);
        OwnerOnly.force(below);
    }

    @Override
    public InputStream open(Sha256 hash) throws IOException {
        return Files.newInputStream(pathOf(hash));
    }

    @Override
    public boolean has(Sha256 hash) {
        return Files.exists(pathOf(hash));
    }

    private Path pathOf(Sha256 hash) {
        return directoryOf(hash).resolve(hash.value());
    }

    private Path directoryOf(Sha256 hash) {
        String name = hash.value();
        return directory.resolve(name.substring(0, 2)).resolve(name.substring(2, 4));
    }
}
