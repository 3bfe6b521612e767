package cn.dabiao.api.ledger;

import jakarta.validation.constraints.Min;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import cn.dabiao.api.Permitted;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.school.SchoolCode;

/** Proving the history. Checkpoints and proofs are everybody's: they hold hashes and nothing else. */
@Tag(name = "ledger")
public interface LedgerReads {

    /** A signed note and a verifier key are lines of text. */
    String TEXT = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8";

    String ZIP = "application/zip";

    @Operation(
            operationId = "getCheckpoint",
            summary = "The ledger's signed head: how many events, and the root of the tree over them",
            description = "A C2SP tlog-checkpoint in a signed note (Ed25519), byte for byte as it was signed. Without "
                    + "`size` it covers all events there are now. Keep it: the ledger can show with a consistency proof "
                    + "that every later one continues it, and cannot if anything was changed.")
    @GetMapping(path = "/api/v1/ledger/checkpoint", produces = TEXT)
    @Permitted({Role.SCHOOL, Role.INSPECTOR, Role.OFFICE, Role.LEADER, Role.AUDITOR, Role.ANALYST, Role.OPERATOR})
    ResponseEntity<String> checkpoint(@RequestParam(required = false) @Min(0) @Nullable Long size);

    @Operation(
            operationId = "getVerifierKey",
            summary = "The public key of the newest checkpoint",
            description = "In the form `<name>+<hash>+<base64>` that note verifiers read. Whoever checks a bundle must "
                    + "have it from elsewhere than the bundle.")
    @GetMapping(path = "/api/v1/ledger/key", produces = TEXT)
    @Permitted({Role.SCHOOL, Role.INSPECTOR, Role.OFFICE, Role.LEADER, Role.AUDITOR, Role.ANALYST, Role.OPERATOR})
    ResponseEntity<String> key();

    @Operation(
            operationId = "getInclusionProof",
            summary = "That an event is in the ledger",
            description = "The RFC 6962 audit path from the event's leaf hash to the root of the tree of `size` events; "
                    + "without `size`, of the newest checkpoint.")
    @GetMapping("/api/v1/ledger/proof/inclusion")
    @Permitted({Role.SCHOOL, Role.INSPECTOR, Role.OFFICE, Role.LEADER, Role.AUDITOR, Role.ANALYST, Role.OPERATOR})
    ResponseEntity<InclusionProofView> inclusion(
            @RequestParam @Min(0) long position, @RequestParam(required = false) @Min(1) @Nullable Long size);

    @Operation(
            operationId = "getConsistencyProof",
            summary = "That a later state of the ledger continues an earlier one",
            description = "The RFC 6962 consistency proof between the trees of the first `from` and of the first `to` "
                    + "events.")
    @GetMapping("/api/v1/ledger/proof/consistency")
    @Permitted({Role.SCHOOL, Role.INSPECTOR, Role.OFFICE, Role.LEADER, Role.AUDITOR, Role.ANALYST, Role.OPERATOR})
    ResponseEntity<ConsistencyProofView> consistency(
            @RequestParam @Min(1) long from, @RequestParam @Min(1) long to);

    @Operation(
            operationId = "getRawEvent",
            summary = "An event of the caller's bureau as it is stored, byte by byte")
    @GetMapping("/api/v1/ledger/events/{position}")
    @Permitted({Role.OFFICE, Role.LEADER, Role.AUDITOR})
    ResponseEntity<RawEventView> event(@PathVariable @Min(0) long position, Actor actor);

    @Operation(
            operationId = "getSchoolBundle",
            summary = "Everything about a school, with proofs, to be checked without us",
            description = "A zip of five entries: `events.ndjson`, `proofs.ndjson`, `checkpoint`, `key` and `README.txt`, "
                    + "which says how to check it. It holds every event of the school and of its assessments there is.")
    @GetMapping(path = "/api/v1/schools/{schoolCode}/bundle", produces = ZIP)
    @Permitted(Role.AUDITOR)
    ResponseEntity<Resource> bundle(@PathVariable SchoolCode schoolCode, Actor actor);
}
