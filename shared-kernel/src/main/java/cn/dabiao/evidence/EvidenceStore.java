package cn.dabiao.evidence;

import java.io.IOException;
import java.io.InputStream;

import cn.dabiao.domain.value.Sha256;

/**
 * Keeps files by the SHA-256 of their content, so each content once, whoever brings it. Nothing is ever taken out. An
 * {@link IOException} of any method says that the store could not do it now.
 */
public interface EvidenceStore {

    /** Takes in a file from beginning to end without holding it in memory; it is not kept yet. */
    ReceivedFile receive(InputStream content) throws IOException;

    /** Keeps what was received: when this returns it is there, whole. Two may keep the same content at once. */
    void keep(ReceivedFile file) throws IOException;

    /**
     * The content, from its beginning; the reader closes it.
     *
     * @throws java.nio.file.NoSuchFileException when it is not kept here
     */
    InputStream open(Sha256 hash) throws IOException;

    boolean has(Sha256 hash) throws IOException;
}
