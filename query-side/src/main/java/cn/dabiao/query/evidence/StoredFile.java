package cn.dabiao.query.evidence;

import java.io.IOException;
import java.io.InputStream;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.AbstractResource;

import cn.dabiao.domain.evidence.EvidenceEvent.EvidenceStored;
import cn.dabiao.evidence.EvidenceStore;
import cn.dabiao.evidence.EvidenceUnavailable;

/** A file in the store, of the length that was recorded: nothing is read before it is asked for. */
final class StoredFile extends AbstractResource {

    private final EvidenceStored file;
    private final EvidenceStore store;

    private StoredFile(EvidenceStored file, EvidenceStore store) {
        this.file = file;
        this.store = store;
    }

    /** @throws EvidenceUnavailable when the store does not have it, or does not answer: better now than half way */
    static StoredFile of(EvidenceStored file, EvidenceStore store) {
        try {
            if (!store.has(file.sha256())) {
                throw new EvidenceUnavailable(new IOException("there is no " + file.sha256() + " in it"));
            }
            return new StoredFile(file, store);
        } catch (IOException e) {
            throw new EvidenceUnavailable(e);
        }
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return store.open(file.sha256());
    }

    @Override
    public long contentLength() {
        return file.bytes().value();
    }

    @Override
    public String getDescription() {
        return "evidence " + file.sha256();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StoredFile it && it.file.equals(file);
    }

    @Override
    public int hashCode() {
        return file.hashCode();
    }
}
