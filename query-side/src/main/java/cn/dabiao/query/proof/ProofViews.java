package cn.dabiao.query.proof;

import java.util.List;
import java.util.Map;

import tools.jackson.core.type.TypeReference;

import cn.dabiao.api.ledger.ConsistencyProofView;
import cn.dabiao.api.ledger.InclusionProofView;
import cn.dabiao.api.ledger.RawEventView;
import cn.dabiao.json.DomainJson;
import cn.dabiao.ledger.audit.ConsistencyProof;
import cn.dabiao.ledger.audit.InclusionProof;
import cn.dabiao.ledger.bundle.BundledEvent;
import cn.dabiao.ledger.proof.Hash;
import cn.dabiao.ledger.proof.Leaf;
import cn.dabiao.ledger.proof.RecordedAt;
import cn.dabiao.ledger.proof.StrictBase64;

/** Proofs and raw events in the words of the contract: hashes and bytes in base64. */
final class ProofViews {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private ProofViews() {}

    static InclusionProofView of(InclusionProof proof) {
        return new InclusionProofView(
                proof.position(), proof.size(), proof.root().toBase64(), proof.leaf().toBase64(), path(proof.path()));
    }

    static ConsistencyProofView of(ConsistencyProof proof) {
        return new ConsistencyProofView(
                proof.from(), proof.fromRoot().toBase64(), proof.to(), proof.toRoot().toBase64(), path(proof.path()));
    }

    static RawEventView of(BundledEvent event) {
        Leaf leaf = event.leaf();
        return new RawEventView(
                leaf.position(),
                leaf.streamId(),
                leaf.streamSeq(),
                leaf.streamType(),
                leaf.eventId(),
                leaf.eventType(),
                leaf.revision(),
                RecordedAt.text(leaf.recordedAt()),
                StrictBase64.encode(event.payload()),
                StrictBase64.encode(event.metadata()),
                object(event.payload()),
                object(event.metadata()),
                leaf.hash().toBase64());
    }

    /** What the bytes say: payload and metadata of every event are JSON objects. */
    static Map<String, Object> object(byte[] json) {
        return DomainJson.mapper().readValue(json, OBJECT);
    }

    private static List<String> path(List<Hash> path) {
        return path.stream().map(Hash::toBase64).toList();
    }
}
