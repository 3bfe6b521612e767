package cn.dabiao.query.evidence;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RestController;

import cn.dabiao.api.Answers;
import cn.dabiao.api.Headers;
import cn.dabiao.api.Page;
import cn.dabiao.api.evidence.EvidenceReads;
import cn.dabiao.api.evidence.EvidenceView;
import cn.dabiao.api.problem.ForbiddenException;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.evidence.EvidenceEvent.EvidenceStored;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.value.Sha256;
import cn.dabiao.evidence.EvidenceStore;
import cn.dabiao.query.Groups;
import cn.dabiao.query.evidence.EvidenceTable.Readers;
import cn.dabiao.query.projecting.Tokens;
import cn.dabiao.query.reading.Listing;
import cn.dabiao.query.reading.ReadScope;
import cn.dabiao.query.reading.Reads;

@RestController
class EvidenceReadController implements EvidenceReads {

    private static final List<String> GROUPS = List.of(Groups.ASSESSMENT);
    private static final String CONTENT_TYPE_OPTIONS = "X-Content-Type-Options";

    private final Reads reads;
    private final EvidenceTable table;
    private final EvidenceStore store;

    EvidenceReadController(Reads reads, JdbcClient jdbc, EvidenceStore store) {
        this.reads = reads;
        this.table = new EvidenceTable(jdbc);
        this.store = store;
    }

    @Override
    public ResponseEntity<Page<EvidenceView>> list(
            AssessmentId assessmentId, int limit, @Nullable String cursor, Actor actor) {
        Listing listing = Listing.of("evidence of an assessment", assessmentId);
        long after = listing.after(cursor, 1)
                .map(key -> Listing.figure(key.getFirst()).longValue())
                .orElse(Tokens.NOTHING);
        return reads.showing(GROUPS, shown -> {
            boolean persons = seesPersons(assessmentId, ReadScope.of(actor));
            List<EvidenceRow> rows = table.page(assessmentId, after, limit + 1);
            return Answers.shown(
                    shown,
                    listing.page(rows, limit, row -> List.of(row.position()), row -> row.view(persons), shown));
        });
    }

    /** The snapshot ends before the first byte is sent: a slow line holds no connection to the database. */
    @Override
    public ResponseEntity<Resource> download(AssessmentId assessmentId, Sha256 sha256, Actor actor) {
        EvidenceRow row = reads.showing(GROUPS, _ -> {
            if (!seesPersons(assessmentId, ReadScope.of(actor))) {
                throw new ForbiddenException(Map.of(
                        "permitted", List.of(Role.SCHOOL, Role.INSPECTOR, Role.OFFICE, Role.LEADER, Role.AUDITOR),
                        "roles", actor.roles().stream().sorted().toList()));
            }
            return table.find(assessmentId, sha256)
                    .orElseThrow(() -> new Refusal.NotFound(Thing.EVIDENCE, sha256.value()).asException());
        });
        EvidenceStored file = row.file();
        ContentDisposition saved = ContentDisposition.attachment()
                .filename(file.name().value(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .eTag('"' + sha256.value() + '"')
                .header(Headers.POSITION, Long.toString(row.position()))
                .header(HttpHeaders.CONTENT_DISPOSITION, saved.toString())
                .header(CONTENT_TYPE_OPTIONS, "nosniff")
                .cacheControl(Answers.KEPT)
                .contentType(MediaType.parseMediaType(file.mediaType().value()))
                .body(StoredFile.of(file, store));
    }

    /** Whether the caller may see persons in this assessment; refused when it may not read it at all. */
    private boolean seesPersons(AssessmentId id, ReadScope scope) {
        Readers readers = table.readersOf(id)
                .orElseThrow(() -> new Refusal.NotFound(Thing.ASSESSMENT, id.value()).asException());
        scope.requireBureau(readers.bureau(), Thing.ASSESSMENT, id.value());
        scope.requireAssessment(id, Math.max(1, readers.round()), readers.members());
        return scope.showsPersonsOf(id, readers.members());
    }
}
