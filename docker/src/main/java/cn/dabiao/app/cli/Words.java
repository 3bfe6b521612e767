package cn.dabiao.app.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import cn.dabiao.app.start.StartRefused;
import cn.dabiao.ledger.bundle.BundleReport;
import cn.dabiao.ledger.proof.VerifierKey;
import cn.dabiao.ledger.verify.StoreReport;
import cn.dabiao.ledger.verify.Trust;

/** Reports as lines: the first begins with {@code sound:} or {@code UNSOUND} and says it all. */
final class Words {

    private Words() {}

    static List<String> of(StoreReport report, Trust trust) {
        return switch (report) {
            case StoreReport.Sound sound -> sound(sound, trust.knowsKeys());
            case StoreReport.Unsound unsound -> List.of("UNSOUND at position %d, %s: %s".formatted(
                    unsound.position(), unsound.eventId().map(id -> "event " + id).orElse("no event"), unsound.what()));
        };
    }

    static List<String> of(BundleReport report, boolean keyIsKnown) {
        return switch (report) {
            case BundleReport.Sound sound -> withNote(
                    keyIsKnown,
                    count(sound.events(), "event") + " in " + count(sound.streams(), "stream")
                            + ", of the tree of size " + number(sound.checkpoint().size()) + " signed by " + sound.checkpoint().origin(),
                    "the bundle's own key was taken at its word; give the one you know as --key");
            case BundleReport.Unsound unsound -> List.of("UNSOUND%s%s: %s".formatted(
                    unsound.position().isPresent() ? " at position " + unsound.position().getAsLong() : "",
                    unsound.eventId().map(id -> ", event " + id).orElse(""),
                    unsound.what()));
        };
    }

    /** Why something could not be checked. */
    static String of(Exception failure) {
        return switch (failure) {
            case StartRefused refused -> refused.reason() + " " + refused.remedy();
            case NoSuchFileException missing -> "no such file: " + missing.getMessage();
            case IOException unreadable -> String.valueOf(unreadable);
            default -> Optional.ofNullable(failure.getMessage()).orElseGet(failure::toString);
        };
    }

    private static List<String> sound(StoreReport.Sound sound, boolean keysAreKnown) {
        List<String> facts = new ArrayList<>(List.of(
                count(sound.events(), "event") + " in " + count(sound.streams(), "stream"),
                count(sound.checkpoints(), "checkpoint")));
        if (sound.outside() > 0) {
            facts.add(number(sound.outside()) + " brought along");
        }
        sound.last().ifPresent(last -> {
            facts.add("the last one of size " + number(last.checkpoint().size()) + " signed by "
                    + last.key().map(VerifierKey::toString).orElse(last.checkpoint().origin()));
            long behind = sound.events() - last.checkpoint().size();
            if (behind > 0) {
                facts.add(count(behind, "event") + " after it not signed yet");
            }
        });
        return withNote(
                keysAreKnown,
                String.join(", ", facts),
                sound.last().isEmpty()
                        ? "nothing is signed; that the store fits together is all that is shown"
                        : "the keys stored with the checkpoints were taken at their word; give the one you know as --key");
    }

    private static List<String> withNote(boolean isKnown, String facts, String note) {
        return isKnown ? List.of("sound: " + facts) : List.of("sound: " + facts, "note: " + note);
    }

    private static String count(long number, String what) {
        return number(number) + " " + what + (number == 1 ? "" : "s");
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
