package cn.dabiao.query.explanation;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

import cn.dabiao.api.Answers;
import cn.dabiao.api.explanation.ExplanationReads;
import cn.dabiao.api.explanation.ReceiptSchema;
import cn.dabiao.api.explanation.ReceiptView;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.standard.StandardId;
import cn.dabiao.ledger.LedgerReader;
import cn.dabiao.query.Groups;
import cn.dabiao.query.past.Moment;
import cn.dabiao.query.past.Moments;
import cn.dabiao.query.projecting.Tokens;
import cn.dabiao.query.reading.ReadScope;
import cn.dabiao.query.reading.Reads;
import cn.dabiao.query.register.standard.Standards;

@RestController
class ExplanationController implements ExplanationReads {

    private static final List<String> GROUPS = List.of(Groups.REGISTER);
    private static final MediaType SCHEMA = MediaType.parseMediaType(ReceiptSchema.MEDIA_TYPE);

    private final Reads reads;
    private final Moments moments;
    private final Explanations explanations;

    ExplanationController(Reads reads, Moments moments, LedgerReader ledger, Standards standards) {
        this.reads = reads;
        this.moments = moments;
        this.explanations = new Explanations(ledger, standards);
    }

    /** The register says how far the answer goes, for its standards; the ledger is never behind it. */
    @Override
    public ResponseEntity<ReceiptView> explain(
            AssessmentId assessmentId,
            @Nullable StandardId standard,
            @Nullable Instant asOf,
            @Nullable Long atPosition,
            Actor actor) {
        OptionalLong past = moments.position(Moment.of(asOf, atPosition));
        // Outside of the read's snapshot: the ledger's reader takes a connection of its own.
        long shown = reads.showing(GROUPS, past.orElse(Tokens.NOTHING), reached -> reached);
        long at = past.orElse(shown);
        return Answers.shown(at, explanations.of(assessmentId, standard, ReadScope.of(actor), at, shown));
    }

    @Override
    public ResponseEntity<String> schema() {
        return Answers.kept().contentType(SCHEMA).body(ReceiptSchema.text());
    }
}
