package cn.dabiao.ledger.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.LongStream;

import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.value.Sha256;
import cn.dabiao.examples.Guannan;
import cn.dabiao.ledger.EventExamples;
import cn.dabiao.ledger.LedgerUnderTest;
import cn.dabiao.ledger.ManyEvents;
import cn.dabiao.ledger.StreamId;
import cn.dabiao.ledger.TestPostgres;
import cn.dabiao.ledger.bundle.BundleReport;
import cn.dabiao.ledger.bundle.BundleVerifier;
import cn.dabiao.ledger.proof.Checkpoint;
import cn.dabiao.ledger.proof.Hash;
import cn.dabiao.ledger.proof.ProofCheck;
import cn.dabiao.ledger.proof.SignedNote;
import cn.dabiao.ledger.proof.SigningKey;
import cn.dabiao.ledger.signing.SignedCheckpoint;

/** What the query side's account can show of a ledger. */
class AuditTest {

    private static final SigningKey KEY =
            SigningKey.parse("PRIVATE+KEY+dabiao.cn/320724+2692e486+AQABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f");
    private static final SchoolCode NOBODY = new SchoolCode("2132072499");

    private static final Sha256 FILE = new Sha256("3b4c".repeat(16));

    private final LedgerUnderTest ledger = LedgerUnderTest.fresh();
    private final Audit audit = new Audit(TestPostgres.as(ledger.database, "dabiao_query"));

    @AfterEach
    void stop() {
        ledger.close();
    }

    @Test
    void every_position_and_every_pair_of_sizes_can_be_proved() throws SQLException {
        append(StreamId.of(Guannan.ASSESSMENT), 21);
        Hash root = root();

        for (long position = 0; position < 21; position++) {
            InclusionProof in = audit.inclusion(position, 21);
            assertThat(ProofCheck.includes(in.leaf(), position, 21, in.path(), root)).isTrue();
            assertThat(in.leaf()).isEqualTo(audit.event(position).orElseThrow().leaf().hash());
            ConsistencyProof from = audit.consistency(position + 1, 21);
            assertThat(ProofCheck.isConsistent(position + 1, from.fromRoot(), 21, root, from.path())).isTrue();
            assertThat(audit.inclusion(0, position + 1).root()).isEqualTo(from.fromRoot());
        }
        assertThat(audit.event(21)).isEmpty();
    }

    /** More events than one query asks for the paths of, and those of other schools in between. */
    @Test
    void a_bundle_holds_what_concerns_the_school_and_nothing_else(@TempDir Path directory) throws Exception {
        append(StreamId.of(Guannan.SCHOOL), 1);
        append(StreamId.of(Guannan.ANOTHER_SCHOOL), 3);
        append(StreamId.of(Guannan.ASSESSMENT), 600);
        append(StreamId.of(new AssessmentId("guannan-2018." + Guannan.ANOTHER_SCHOOL)), 3);
        append(StreamId.of(new AssessmentId("another-2019." + Guannan.SCHOOL)), 2);
        append(StreamId.of(Guannan.CAMPAIGN), 1);
        assertThat(audit.lastOf(Guannan.SCHOOL)).isEqualTo(608);
        append(StreamId.of(Guannan.ASSESSMENT, FILE), 1);
        append(StreamId.of(new AssessmentId("guannan-2018." + Guannan.ANOTHER_SCHOOL), FILE), 1);
        assertThat(audit.lastOf(Guannan.SCHOOL)).as("its evidence is of the school").isEqualTo(610);
        assertThat(audit.lastOf(NOBODY)).isEqualTo(-1);

        assertThat(bundled(directory, 612)).isEqualTo(604);
        assertThat(bundled(directory, 610)).isEqualTo(603);
        assertThat(bundled(directory, 609)).as("as of an earlier checkpoint").isEqualTo(603);
        assertThat(bundled(directory, 608)).isEqualTo(602);
        assertThat(bundled(directory, 1)).isEqualTo(1);
    }

    @Test
    void the_events_of_a_school_are_found_by_their_streams() throws SQLException {
        String last = ManyEvents.plan(SchoolEvents.LAST, it -> it.setString(1, "2132070077"));
        String below = ManyEvents.plan(SchoolEvents.BELOW, it -> {
            it.setString(1, "2132070077");
            it.setLong(2, 99_999);
        });

        assertThat(last).contains("stream_of_school").doesNotContain("Seq Scan");
        assertThat(below).contains("stream_of_school").doesNotContain("Seq Scan");
    }

    private long bundled(Path directory, long size) throws IOException {
        SignedCheckpoint at = new SignedCheckpoint(
                SignedNote.sign(new Checkpoint("dabiao.cn/320724", size, audit.inclusion(0, size).root()).text(), KEY),
                KEY.verifier());
        Path file = directory.resolve(size + ".zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            audit.writeBundle(Guannan.SCHOOL, at, out);
        }
        BundleReport report = new BundleVerifier(Optional.of(KEY.verifier()), _ -> {}).verify(file);
        assertThat(report).isInstanceOf(BundleReport.Sound.class);
        return ((BundleReport.Sound) report).events();
    }

    private void append(StreamId stream, int events) {
        ledger.append(LongStream.range(0, events)
                .mapToObj(seq -> LedgerUnderTest.message(stream, seq, EventExamples.ALL.get(4), Instant.EPOCH))
                .toArray(DomainEventMessage<?>[]::new));
    }

    private Hash root() throws SQLException {
        return Hash.of(HexFormat.of().parseHex(ledger.rows("SELECT encode(root, 'hex') FROM ledger.head").getFirst()));
    }
}
