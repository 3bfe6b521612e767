package cn.dabiao.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

import cn.dabiao.person.FileMasterKey;
import cn.dabiao.person.MasterKey;

/** The master key of the tests, the same for all of them. */
public final class Keys {

    private Keys() {}

    /** It remembers those who are erased in a file of its own. */
    public static MasterKey master() {
        try {
            return new FileMasterKey(new byte[32], Files.createTempFile("dabiao", ".erased"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
