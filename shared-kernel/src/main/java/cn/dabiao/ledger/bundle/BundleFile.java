package cn.dabiao.ledger.bundle;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The zip of a bundle, read by its directory, as the tools do that an auditor unpacks it with. Exactly the five entries;
 * nothing before, behind or beside them; under 4 GiB.
 */
final class BundleFile implements Closeable {

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_LENGTH = 22;
    /** Five names need a few hundred bytes. The JDK would hold a directory of 2 GiB in memory. */
    private static final int MAX_DIRECTORY = 1 << 12;
    private static final int UNSIGNED_SHORT = 0xFFFF;

    private final ZipFile zip;

    private BundleFile(ZipFile zip) {
        this.zip = zip;
    }

    static BundleFile open(Path file) throws IOException {
        checkEnd(file);
        BundleFile bundle = new BundleFile(new ZipFile(file.toFile()));
        try {
            bundle.checkNames();
        } catch (Fault e) {
            bundle.close();
            throw e;
        }
        return bundle;
    }

    Lines lines(String name) throws IOException {
        return new Lines(open(name));
    }

    /** A whole small entry. */
    byte[] bytes(String name, int most) throws IOException {
        try (InputStream in = open(name)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw Fault.of("%s is larger than %d bytes".formatted(name, most));
            }
            return bytes;
        }
    }

    private InputStream open(String name) throws IOException {
        InputStream in = zip.getInputStream(new ZipEntry(name));
        if (in == null) {
            throw new ZipException(name + " cannot be read");
        }
        return in;
    }

    private void checkNames() {
        TreeSet<String> names = zip.stream().map(ZipEntry::getName).collect(Collectors.toCollection(TreeSet::new));
        if (zip.size() != Entries.ALL.size() || !names.equals(new TreeSet<>(Entries.ALL))) {
            throw Fault.of("the bundle has not the five entries " + String.join(", ", Entries.ALL));
        }
    }

    /** The end record is the last thing in the file, and the directory of five entries lies right before it. */
    private static void checkEnd(Path file) throws IOException {
        ByteBuffer end = ByteBuffer.allocate(END_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        long endStart;
        try (SeekableByteChannel in = Files.newByteChannel(file)) {
            endStart = in.size() - END_LENGTH;
            if (endStart < 0) {
                throw Fault.of("not a zip");
            }
            in.position(endStart);
            while (end.hasRemaining()) {
                if (in.read(end) < 0) {
                    throw new EOFException("the file became shorter");
                }
            }
        }
        end.flip();
        long directory = Integer.toUnsignedLong(end.getInt(12));
        long offset = Integer.toUnsignedLong(end.getInt(16));
        boolean plain = end.getInt(0) == END_SIGNATURE
                && end.getInt(4) == 0
                && (end.getShort(8) & UNSIGNED_SHORT) == Entries.ALL.size()
                && (end.getShort(10) & UNSIGNED_SHORT) == Entries.ALL.size()
                && end.getShort(20) == 0;
        if (!plain || directory > MAX_DIRECTORY || offset + directory != endStart) {
            throw Fault.of("not a plain zip of five entries and nothing else");
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
