package cn.dabiao.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;

import cn.dabiao.app.Caller;
import cn.dabiao.app.DabiaoTest;
import cn.dabiao.ledger.bundle.BundleReport;
import cn.dabiao.ledger.bundle.BundleVerifier;
import cn.dabiao.ledger.proof.Checkpoint;
import cn.dabiao.ledger.proof.Hash;
import cn.dabiao.ledger.proof.Leaf;
import cn.dabiao.ledger.proof.ProofCheck;
import cn.dabiao.ledger.proof.RecordedAt;
import cn.dabiao.ledger.proof.SignedNote;
import cn.dabiao.ledger.proof.StrictBase64;
import cn.dabiao.ledger.proof.VerifierKey;

/** An auditor who trusts nothing but the public key: everything is checked with what comes over HTTP. */
@DabiaoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerProofTest {

    private static final String SCHOOL = "2132072481";
    private static final String ANOTHER_SCHOOL = "2132072482";

    @LocalServerPort
    private int port;

    private long ofAssessment;

    @BeforeAll
    void a_school_on_its_path() {
        ofAssessment = new County(new Caller(port), "proof").opened().withSchool(SCHOOL).underReview(SCHOOL);
    }

    /** Five hundred of them from the first to the last, for other tests of this database write thousands. */
    @Test
    void events_from_the_first_to_the_last_are_in_the_tree_that_is_signed() {
        Checkpoint head = checkpoint("");
        assertThat(head.origin()).isEqualTo("dabiao.cn/320724");

        long step = Math.max(1, head.size() / 500);
        for (long position = (head.size() - 1) % step; position < head.size(); position += step) {
            JsonNode proof = ok("/ledger/proof/inclusion?position=%d&size=%d".formatted(position, head.size()));

            assertThat(hash(proof, "root")).isEqualTo(head.root());
            assertThat(ProofCheck.includes(hash(proof, "leafHash"), position, head.size(), path(proof), head.root()))
                    .as("position %d", position)
                    .isTrue();
        }
    }

    @Test
    void a_checkpoint_covers_what_was_written_before_and_continues_the_one_that_somebody_kept() {
        Checkpoint kept = checkpoint("");
        long written = write();

        Checkpoint newer = Checkpoint.parse(note(caller().get(
                        "/api/v1/ledger/checkpoint",
                        "Authorization", "Bearer " + token("school-" + SCHOOL),
                        "Dabiao-Min-Position", Long.toString(written))
                .body()));

        assertThat(newer.size()).isGreaterThan(written);
        JsonNode proof = ok("/ledger/proof/consistency?from=%d&to=%d".formatted(kept.size(), newer.size()));
        assertThat(ProofCheck.isConsistent(kept.size(), kept.root(), newer.size(), newer.root(), path(proof))).isTrue();
        assertThat(hash(proof, "fromRoot")).isEqualTo(kept.root());
        assertThat(hash(proof, "toRoot")).isEqualTo(newer.root());
        assertThat(checkpoint("?size=" + kept.size())).isEqualTo(kept);
    }

    @Test
    void a_checkpoint_that_cannot_come_is_told_to_be_late() {
        HttpResponse<String> response = caller().get(
                "/api/v1/ledger/checkpoint",
                "Authorization", "Bearer " + token("auditor"), "Dabiao-Min-Position", "123456789");

        BadInputTest.isProblem(response, 503, "not-yet-visible");
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void an_event_can_be_hashed_again_from_its_own_bytes() {
        long position = checkpoint("").size() - 1;
        JsonNode event = ok("/ledger/events/" + position);

        Leaf leaf = Leaf.of(
                event.get("position").asLong(),
                event.get("streamId").asString(),
                event.get("streamSeq").asLong(),
                event.get("streamType").asString(),
                UUID.fromString(event.get("eventId").asString()),
                event.get("eventType").asString(),
                event.get("revision").asString(),
                RecordedAt.parse(event.get("recordedAt").asString()),
                StrictBase64.decode(event.get("payload").asString()),
                StrictBase64.decode(event.get("metadata").asString()));
        assertThat(leaf.hash())
                .isEqualTo(hash(event, "leafHash"))
                .isEqualTo(hash(ok("/ledger/proof/inclusion?position=" + position), "leafHash"));
        assertThat(event.at("/metadataJson/bureau").asString()).isEqualTo("320724");
    }

    @Test
    void a_bundle_holds_all_of_a_school_and_is_sound_for_whoever_has_the_key(@TempDir Path directory) throws IOException {
        assertThat(bundle(SCHOOL, directory)).isInstanceOfSatisfying(BundleReport.Sound.class, sound -> {
            assertThat(sound.streams()).as("the school's and the assessment's").isEqualTo(2);
            assertThat(sound.events()).isEqualTo(1 + ofAssessment);
        });
        assertThat(Path.of(System.getProperty("java.io.tmpdir"))).isDirectoryNotContaining("glob:**/bundle-" + SCHOOL + "*");
    }

    /** No checkpoint covers it yet: one is asked for. */
    @Test
    void a_bundle_holds_what_happened_just_before(@TempDir Path directory) throws IOException {
        new County(caller(), "proof").withSchool(ANOTHER_SCHOOL);

        assertThat(bundle(ANOTHER_SCHOOL, directory))
                .isInstanceOfSatisfying(BundleReport.Sound.class, sound -> assertThat(sound.events()).isEqualTo(1));
    }

    @Test
    void what_never_changes_may_be_kept_and_what_does_is_asked_for_again() {
        assertThat(caching("/ledger/proof/inclusion?position=0&size=2")).contains("immutable", "private");
        assertThat(caching("/ledger/proof/consistency?from=1&to=2")).contains("immutable", "private");
        assertThat(caching("/ledger/proof/inclusion?position=0")).isEqualTo("no-cache, private");
        assertThat(caching("/ledger/checkpoint")).isEqualTo("no-cache, private");
        String tag = get("auditor", "/ledger/key").headers().firstValue("ETag").orElseThrow();
        assertThat(caller().get(
                                "/api/v1/ledger/key",
                                "Authorization", "Bearer " + token("auditor"), "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @CsvSource({
        "inclusion?position=-1, position, Min",
        "inclusion?position=123456789, position, Max",
        "inclusion?position=5&size=5, position, Max",
        "inclusion?position=0&size=0, size, Min",
        "inclusion?position=0&size=123456789, size, Max",
        "inclusion?position=x, position, number",
        "inclusion, position, required",
        "consistency?from=0&to=2, from, Min",
        "consistency?from=3&to=2, from, Max",
        "consistency?from=1&to=123456789, to, Max",
        "consistency?from=1&until=2, until, unknown-parameter"
    })
    void a_number_beyond_the_ledger_is_told_what_would_be_right(String proof, String field, String rule) {
        HttpResponse<String> response = get("auditor", "/ledger/proof/" + proof);

        BadInputTest.isProblem(response, 400, "invalid-request");
        JsonNode error = Caller.json(response).at("/errors/0");
        assertThat(error.get("field").asString()).isEqualTo(field);
        assertThat(error.get("rule").asString()).isEqualTo(rule);
        assertThat(error.get("expected").asString()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ledger/events/123456789", "/ledger/checkpoint?size=123456789", "/schools/2132072499/bundle"})
    void what_is_not_there_is_not_found(String path) {
        BadInputTest.isProblem(get("auditor", path), 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "office, /schools/2132072481/bundle", "school-2132072481, /schools/2132072481/bundle",
        "analyst, /ledger/events/0", "operator, /ledger/events/0", "school-2132072481, /ledger/events/0"
    })
    void who_may_not_is_forbidden(String client, String path) {
        BadInputTest.isProblem(get(client, path), 403, "forbidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ledger/events/0", "/schools/2132072481/bundle"})
    void another_bureau_is_shown_nothing(String path) {
        BadInputTest.isProblem(get("auditor-320723", path), 403, "another-bureau");
    }

    @ParameterizedTest
    @ValueSource(strings = {"operator", "analyst", "auditor-320723", "school-2132072481"})
    void hashes_are_for_everybody(String client) {
        assertThat(get(client, "/ledger/checkpoint").statusCode()).isEqualTo(200);
        assertThat(get(client, "/ledger/key").statusCode()).isEqualTo(200);
        assertThat(get(client, "/ledger/proof/inclusion?position=0").statusCode()).isEqualTo(200);
        assertThat(get(client, "/ledger/proof/consistency?from=1&to=2").statusCode()).isEqualTo(200);
    }

    /** Something else happens in the bureau; answers where. */
    private long write() {
        HttpResponse<String> response = new County(caller(), "proof").as(
                "office", "POST", "/inspectors",
                """
                {"inspectorId": "p-%s", "name": "王五", "township": "百禄镇"}"""
                        .formatted(UUID.randomUUID().toString().substring(0, 8)));
        return Caller.json(response).get("position").asLong();
    }

    private BundleReport bundle(String school, Path directory) throws IOException {
        HttpResponse<byte[]> bundle = caller().download(token("auditor"), "/api/v1/schools/" + school + "/bundle");
        assertThat(bundle.statusCode()).isEqualTo(200);
        assertThat(bundle.headers().firstValue("Content-Type")).hasValue("application/zip");
        assertThat(bundle.headers().firstValue("Content-Disposition").orElseThrow()).contains(school, ".zip");
        Path file = Files.write(directory.resolve("bundle.zip"), bundle.body());
        return new BundleVerifier(Optional.of(key()), _ -> {}).verify(file);
    }

    private Checkpoint checkpoint(String query) {
        HttpResponse<String> response = get("auditor", "/ledger/checkpoint" + query);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).isEqualToIgnoringCase("text/plain;charset=UTF-8");
        Checkpoint checkpoint = Checkpoint.parse(note(response.body()));
        assertThat(response.headers().firstValue("Dabiao-Position")).hasValue(Long.toString(checkpoint.size() - 1));
        return checkpoint;
    }

    private String note(String body) {
        return SignedNote.parse(body.getBytes(StandardCharsets.UTF_8)).textSignedBy(key());
    }

    private VerifierKey key() {
        String line = get("auditor", "/ledger/key").body();
        assertThat(line).endsWith("\n");
        return VerifierKey.parse(line.strip());
    }

    private String caching(String path) {
        return get("auditor", path).headers().firstValue("Cache-Control").orElseThrow();
    }

    private JsonNode ok(String path) {
        HttpResponse<String> response = get("auditor", path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Caller.json(response);
    }

    private static Hash hash(JsonNode json, String field) {
        return Hash.ofBase64(json.get(field).asString());
    }

    private static List<Hash> path(JsonNode proof) {
        return proof.get("path").valueStream().map(each -> Hash.ofBase64(each.asString())).toList();
    }

    private HttpResponse<String> get(String client, String path) {
        return caller().getAs(token(client), "/api/v1" + path);
    }

    private String token(String client) {
        return caller().tokenOf(client);
    }

    private Caller caller() {
        return new Caller(port);
    }
}
