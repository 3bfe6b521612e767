package cn.dabiao.command.evidence;

import java.io.IOException;
import java.io.InputStream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.dabiao.command.Commands;
import cn.dabiao.command.References;
import cn.dabiao.command.Request;
import cn.dabiao.domain.assessment.ByteCount;
import cn.dabiao.domain.evidence.EvidenceEvent.EvidenceStored;
import cn.dabiao.domain.evidence.EvidenceLimits;
import cn.dabiao.domain.evidence.EvidencePolicy;
import cn.dabiao.domain.evidence.MediaType;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.value.Sha256;
import cn.dabiao.evidence.EvidenceStore;
import cn.dabiao.evidence.EvidenceUnavailable;
import cn.dabiao.evidence.ReceivedFile;
import cn.dabiao.ledger.LedgerReader;
import cn.dabiao.ledger.Positioned;
import cn.dabiao.ledger.StreamId;

/**
 * Takes in a file: whoever brings it is asked for first, then the file is read and looked at, then kept, and then
 * recorded. What breaks off in between has recorded nothing; a file that is kept and not recorded is nobody's and harms
 * nobody.
 */
@Component
class EvidenceDesk {

    private final References references;
    private final Commands commands;
    private final LedgerReader ledger;
    private final EvidenceStore store;
    private final EvidenceLimits limits;
    private final FileTypes types = new FileTypes();

    EvidenceDesk(
            References references,
            Commands commands,
            LedgerReader ledger,
            EvidenceStore store,
            EvidenceSettings settings) {
        this.references = references;
        this.commands = commands;
        this.ledger = ledger;
        this.store = store;
        this.limits = settings.limits();
    }

    Accepted accept(Upload upload, Request request) {
        String id = upload.assessmentId().value();
        Role role = references.assessment(upload.assessmentId())
                .map(assessment -> EvidencePolicy.requireUploader(assessment, request.actor()))
                .orElseThrow(() -> new Refusal.NotFound(Thing.ASSESSMENT, id).asException());
        EvidencePolicy.requireTaken(upload.takenAt(), request.at());
        return recorded(kept(upload, request), request, role);
    }

    private RecordEvidence kept(Upload upload, Request request) {
        try (InputStream content = upload.content().getInputStream();
                ReceivedFile file = store.receive(content)) {
            requireHash(upload.sha256(), file.sha256());
            limits.requireSize(file.bytes());
            MediaType type = typeOf(file);
            limits.requireType(type, types.declared(upload.declaredType()).orElse(null));
            store.keep(file);
            return new RecordEvidence(
                    upload.assessmentId(),
                    file.sha256(),
                    upload.name(),
                    type,
                    new ByteCount(Math.toIntExact(file.bytes())),
                    upload.takenAt(),
                    upload.place(),
                    request);
        } catch (IOException e) {
            throw new EvidenceUnavailable(e);
        }
    }

    /** The first to bring a file is the one who is recorded. */
    private Accepted recorded(RecordEvidence command, Request request, Role role) {
        var opened = commands.open(command, request.actor(), role);
        StreamId stream = StreamId.of(command.assessmentId(), command.sha256());
        Positioned<EvidenceStored> stored = ledger.eventsOf(stream, EvidenceStored.class).getFirst();
        return new Accepted(stored.event(), stored.position(), opened.isPresent());
    }

    private MediaType typeOf(ReceivedFile file) throws IOException {
        try (InputStream content = file.open()) {
            return types.detect(content);
        }
    }

    private static void requireHash(@Nullable Sha256 expected, Sha256 actual) {
        if (expected != null && !expected.equals(actual)) {
            new Refusal.FileHashDiffers(expected, actual).raise();
        }
    }

    /** @param first whether this upload is the one that was recorded, and not an earlier one */
    record Accepted(EvidenceStored stored, long position, boolean first) {}
}
