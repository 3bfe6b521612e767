package cn.dabiao.ledger.bundle;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.core.JacksonException;

import cn.dabiao.ledger.proof.Checkpoint;
import cn.dabiao.ledger.proof.Leaf;
import cn.dabiao.ledger.proof.Malformed;
import cn.dabiao.ledger.proof.ProofCheck;
import cn.dabiao.ledger.proof.StreamOrder;

/** Checks one event after the other against the checkpoint and against those before it. */
final class EventCheck {

    /** What a line that cannot be read seems to say: only for the report, never trusted. */
    private static final Pattern POSITION = Pattern.compile("\"position\"\\s*:\\s*\"?([0-9]{1,18})\\b");
    private static final Pattern EVENT_ID = Pattern.compile("\"eventId\"\\s*:\\s*\"([0-9A-Za-z-]{1,64})\"");

    private final Checkpoint checkpoint;
    private final StreamOrder streams = new StreamOrder();
    private long last = -1;

    EventCheck(Checkpoint checkpoint) {
        this.checkpoint = checkpoint;
    }

    /** Checks a line of each file; false at the end of both. */
    boolean next(Optional<String> event, Optional<String> proof) {
        if (event.isEmpty() && proof.isEmpty()) {
            return false;
        }
        if (event.isEmpty()) {
            throw Fault.at(seen(proof.orElseThrow()), Optional.empty(), "there is a proof without its event");
        }
        if (proof.isEmpty()) {
            throw fault(event.get(), "there is no proof of this event");
        }
        check(event.get(), proof.get());
        return true;
    }

    int streams() {
        return streams.count();
    }

    private void check(String eventText, String proofText) {
        Leaf leaf;
        ProofLine proof;
        boolean included;
        try {
            leaf = BundleJson.read(eventText, EventLine.class).leaf();
            proof = BundleJson.read(proofText, ProofLine.class);
            included = ProofCheck.includes(leaf.hash(), leaf.position(), checkpoint.size(), proof.hashes(), checkpoint.root());
        } catch (JacksonException e) {
            throw fault(eventText, "not the JSON of an event and its proof: " + e.getOriginalMessage());
        } catch (Malformed e) {
            throw fault(eventText, e.getMessage());
        }
        if (proof.position() != leaf.position()) {
            long first = Math.min(proof.position(), leaf.position());
            throw Fault.at(
                    OptionalLong.of(first),
                    Optional.of(leaf.eventId().toString()),
                    "an event of position %d stands beside the proof of %d".formatted(leaf.position(), proof.position()));
        }
        if (leaf.position() <= last) {
            throw fault(eventText, "position %d comes after %d".formatted(leaf.position(), last));
        }
        if (!included) {
            throw fault(eventText, "it is not what the signed tree of %d events holds at position %d"
                    .formatted(checkpoint.size(), leaf.position()));
        }
        streams.faultOf(leaf).ifPresent(what -> {
            throw fault(eventText, what);
        });
        last = leaf.position();
    }

    private static Fault fault(String event, String what) {
        Matcher id = EVENT_ID.matcher(event);
        return Fault.at(seen(event), id.find() ? Optional.of(id.group(1)) : Optional.empty(), what);
    }

    private static OptionalLong seen(String line) {
        Matcher position = POSITION.matcher(line);
        return position.find() ? OptionalLong.of(Long.parseLong(position.group(1))) : OptionalLong.empty();
    }
}
