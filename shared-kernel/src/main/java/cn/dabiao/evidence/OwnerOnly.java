package cn.dabiao.evidence;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Makes files and directories that their owner alone may read: pictures show persons. */
final class OwnerOnly {

    private OwnerOnly() {}

    static void directories(Path directory) throws IOException {
        Files.createDirectories(directory, attributes("rwx------"));
    }

    static Path temporaryFile(Path directory, String suffix) throws IOException {
        return Files.createTempFile(directory, "", suffix, attributes("rw-------"));
    }

    /** Brings a file's new name to the disk, where the operating system can. */
    static void force(Path directory) throws IOException {
        if (attributes("rwx------").length > 0) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** The mode is given at creation: a later change would leave a moment in which others can read. */
    private static FileAttribute<?>[] attributes(String mode) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
                }
                : new FileAttribute<?>[0];
    }
}
