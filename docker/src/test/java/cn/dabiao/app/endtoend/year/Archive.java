package cn.dabiao.app.endtoend.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import tools.jackson.databind.JsonNode;

import cn.dabiao.ledger.bundle.BundleReport;
import cn.dabiao.ledger.bundle.BundleVerifier;
import cn.dabiao.ledger.proof.Checkpoint;
import cn.dabiao.ledger.proof.Hash;
import cn.dabiao.ledger.proof.ProofCheck;
import cn.dabiao.ledger.proof.SignedNote;
import cn.dabiao.ledger.proof.VerifierKey;

/** What an auditor keeps of the year, and checks with the public key alone. */
public final class Archive {

    private final Year year;
    private final Api api;
    private final Path directory;
    private Optional<Checkpoint> kept = Optional.empty();

    public Archive(Year year, Path directory) {
        this.year = year;
        this.api = year.api();
        this.directory = directory;
    }

    public void an_auditor_keeps_a_checkpoint_in_spring() {
        kept = Optional.of(checkpoint());
    }

    public void the_ledger_of_december_continues_the_one_of_spring() {
        Checkpoint before = kept.orElseThrow();
        Checkpoint now = checkpoint();
        assertThat(now.size()).isGreaterThan(before.size());
        JsonNode proof = api.read(
                "auditor", "/ledger/proof/consistency?from=%d&to=%d".formatted(before.size(), now.size()));
        List<Hash> path = proof.get("path").valueStream().map(it -> Hash.ofBase64(it.asString())).toList();
        assertThat(ProofCheck.isConsistent(before.size(), before.root(), now.size(), now.root(), path)).isTrue();
    }

    /** Every school's bundle, each of them sound: its raw events by the school's code. */
    Map<String, List<RawEvent>> bundles() {
        Map<String, List<RawEvent>> events = new ConcurrentHashMap<>();
        VerifierKey key = key();
        year.each(year.schools(), school -> {
            String code = school.school().code();
            byte[] bundle = api.download("auditor", "/schools/" + code + "/bundle");
            assertThat(verified(code, bundle, key)).as(code).isInstanceOf(BundleReport.Sound.class);
            events.put(code, RawEvent.in(bundle));
        });
        return events;
    }

    private BundleReport verified(String code, byte[] bundle, VerifierKey key) {
        try {
            Path file = Files.write(directory.resolve(code + ".zip"), bundle);
            return new BundleVerifier(Optional.of(key), _ -> {}).verify(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Checkpoint checkpoint() {
        String note = api.get("auditor", "/ledger/checkpoint").done().response().body();
        return Checkpoint.parse(SignedNote.parse(note.getBytes(StandardCharsets.UTF_8)).textSignedBy(key()));
    }

    private VerifierKey key() {
        return VerifierKey.parse(api.get("auditor", "/ledger/key").done().response().body().strip());
    }
}
