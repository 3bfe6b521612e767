package cn.dabiao.query.proof;

import java.time.Duration;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

import cn.dabiao.api.Answers;
import cn.dabiao.api.Headers;
import cn.dabiao.api.ledger.ConsistencyProofView;
import cn.dabiao.api.ledger.InclusionProofView;
import cn.dabiao.api.ledger.LedgerReads;
import cn.dabiao.api.ledger.RawEventView;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.ledger.StreamId;
import cn.dabiao.ledger.audit.Audit;
import cn.dabiao.ledger.bundle.BundledEvent;
import cn.dabiao.ledger.signing.SignedCheckpoint;
import cn.dabiao.query.projecting.EventMetadata;
import cn.dabiao.query.reading.ReadScope;
import cn.dabiao.query.reading.ReadSettings;

@RestController
class LedgerController implements LedgerReads {

    /** What was signed, or proved between fixed sizes, is so for ever; to whom it was shown, is nobody else's business. */
    private static final CacheControl FOR_EVER = CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();
    private static final CacheControl ASK_AGAIN = Answers.KEPT;

    private final Audit audit;
    private final Checkpoints checkpoints;
    private final Bundles bundles;

    LedgerController(DataSource database, ReadSettings settings) {
        this.audit = new Audit(database);
        this.checkpoints = new Checkpoints(audit, settings.maxWait());
        this.bundles = new Bundles(audit);
    }

    @Override
    public ResponseEntity<String> checkpoint(@Nullable Long size) {
        if (size == null) {
            SignedCheckpoint newest = checkpoints.newest();
            return shown(newest.size() - 1, ASK_AGAIN).body(newest.note().toString());
        }
        SignedCheckpoint signed = audit.checkpoint(size).orElseThrow(() -> missing(Thing.CHECKPOINT, size));
        return shown(size - 1, FOR_EVER).body(signed.note().toString());
    }

    @Override
    public ResponseEntity<String> key() {
        SignedCheckpoint newest = checkpoints.newest();
        return shown(newest.size() - 1, ASK_AGAIN).body(newest.key() + "\n");
    }

    @Override
    public ResponseEntity<InclusionProofView> inclusion(long position, @Nullable Long size) {
        long events = audit.size();
        if (size != null) {
            Ranges.requireAtMost("size", size, events);
            Ranges.requireAtMost("position", position, size - 1);
            return shown(size - 1, FOR_EVER).body(ProofViews.of(audit.inclusion(position, size)));
        }
        Ranges.requireAtMost("position", position, events - 1);
        long signed = checkpoints.covering(position + 1).size();
        return shown(signed - 1, ASK_AGAIN).body(ProofViews.of(audit.inclusion(position, signed)));
    }

    @Override
    public ResponseEntity<ConsistencyProofView> consistency(long from, long to) {
        Ranges.requireAtMost("to", to, audit.size());
        Ranges.requireAtMost("from", from, to);
        return shown(to - 1, FOR_EVER).body(ProofViews.of(audit.consistency(from, to)));
    }

    @Override
    public ResponseEntity<RawEventView> event(long position, Actor actor) {
        BundledEvent event = audit.event(position).orElseThrow(() -> missing(Thing.EVENT, position));
        requireBureau(actor, event, Thing.EVENT, Long.toString(position));
        return Answers.shown(Long.toString(position), position, ProofViews.of(event));
    }

    @Override
    public ResponseEntity<Resource> bundle(SchoolCode schoolCode, Actor actor) {
        BundledEvent registration = audit.firstOf(StreamId.of(schoolCode))
                .orElseThrow(() -> missing(Thing.SCHOOL, schoolCode));
        requireBureau(actor, registration, Thing.SCHOOL, schoolCode.value());
        SignedCheckpoint checkpoint = checkpoints.covering(audit.lastOf(schoolCode) + 1);
        String name = "%s-%d.zip".formatted(schoolCode, checkpoint.size());
        return ResponseEntity.ok()
                .header(Headers.POSITION, Long.toString(checkpoint.size() - 1))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType(ZIP))
                .body(bundles.of(schoolCode, checkpoint));
    }

    /** An event belongs to the bureau of whoever recorded it. */
    private static void requireBureau(Actor actor, BundledEvent event, Thing thing, String id) {
        Object bureau = ProofViews.object(event.metadata()).get(EventMetadata.BUREAU);
        if (bureau == null) {
            new Refusal.AnotherBureau(thing, id).raise();
        }
        ReadScope.of(actor).requireBureau(new BureauCode(String.valueOf(bureau)), thing, id);
    }

    private static ResponseEntity.BodyBuilder shown(long position, CacheControl caching) {
        return ResponseEntity.ok().header(Headers.POSITION, Long.toString(position)).cacheControl(caching);
    }

    private static RuntimeException missing(Thing thing, Object id) {
        return new Refusal.NotFound(thing, id.toString()).asException();
    }
}
