package cn.dabiao.query.history;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.assessment.AssessmentEvent.AppealDecided;
import cn.dabiao.domain.assessment.AssessmentEvent.AppealLodged;
import cn.dabiao.domain.assessment.AssessmentEvent.AppealWindowClosed;
import cn.dabiao.domain.assessment.AssessmentEvent.CommitmentFulfilled;
import cn.dabiao.domain.assessment.AssessmentEvent.DeterminationRevoked;
import cn.dabiao.domain.assessment.AssessmentEvent.GradeRevised;
import cn.dabiao.domain.assessment.AssessmentEvent.InspectorReplaced;
import cn.dabiao.domain.assessment.AssessmentEvent.InterviewHeld;
import cn.dabiao.domain.assessment.AssessmentEvent.MeasureIssued;
import cn.dabiao.domain.assessment.AssessmentEvent.MeasureWithdrawn;
import cn.dabiao.domain.assessment.AssessmentEvent.NotAttainedDetermined;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationOrdered;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationOverdue;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationReported;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationSentBack;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationVerified;
import cn.dabiao.domain.assessment.AssessmentEvent.ScoreCorrected;
import cn.dabiao.domain.measure.Commitment;
import cn.dabiao.domain.measure.Summons;
import cn.dabiao.domain.scoring.Evidence;
import cn.dabiao.domain.scoring.ItemFindings;
import cn.dabiao.domain.standard.Standard;

/**
 * Tells in words what follows from a review and its grade.
 *
 * @param persons whether the reader may see names of persons
 */
record AftermathTexts(Words words, boolean persons) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    /** Why somebody is replaced tells of persons, as a recusal does. */
    String of(InspectorReplaced it) {
        return words.say("InspectorReplaced", Map.of(
                "round", it.round(),
                "replaced", it.replaced(),
                "replacement", it.replacement(),
                "lead", it.lead(),
                "drawNo", it.drawNo(),
                "seed", it.seed(),
                "seedFrom", it.seedFrom(),
                "eligible", it.eligible().size(),
                "exclusions", it.exclusions().size(),
                "because", words.because(persons ? it.reason() : null)));
    }

    String of(ScoreCorrected it, Standard standard) {
        ItemFindings found = new ItemFindings(it.itemNo(), it.deductions(), it.measurements(), it.notApplicable());
        return words.say("ScoreCorrected", Map.of(
                "round", it.round(),
                "itemNo", it.itemNo(),
                "before", it.before(),
                "after", it.after(),
                "points", ScoreTexts.pointsOf(it.itemNo(), standard),
                "authority", words.authority(it.appealId(), it.authority()),
                "losses", new ScoreTexts(words).losses(found, standard),
                "because", words.because(it.reason())));
    }

    String of(GradeRevised it, Standard standard) {
        return words.say(it.grade() == it.gradeBefore() ? "GradeRevised.kept" : "GradeRevised.changed", Map.of(
                "round", it.round(),
                "totalBefore", it.totalBefore(),
                "total", it.total(),
                "points", standard.total(),
                "gradeBefore", it.gradeBefore(),
                "grade", it.grade(),
                "categories", new ScoreTexts(words).categories(it.categoryTotals(), standard),
                "authority", words.authority(it.appealId(), it.authority())));
    }

    String of(NotAttainedDetermined it) {
        return words.say(
                "NotAttainedDetermined", Map.of("ground", it.ground(), "because", words.because(it.reason())));
    }

    String of(DeterminationRevoked it) {
        return words.say("DeterminationRevoked", Map.of(
                "authority", words.authority(it.appealId(), null), "because", words.because(it.reason())));
    }

    String of(RectificationOrdered it) {
        List<String> what = new ArrayList<>();
        if (!it.items().isEmpty()) {
            what.add(words.say("order.items", Map.of("items", it.items())));
        }
        if (!it.hazards().isEmpty()) {
            what.add(words.say("order.hazards", Map.of("hazards", it.hazards())));
        }
        return words.say("RectificationOrdered", Map.of(
                "orderId", it.orderId(), "round", it.round(), "what", words.clauses(what), "dueOn", it.dueOn()));
    }

    String of(RectificationReported it) {
        return words.say("RectificationReported", Map.of(
                "orderId", it.orderId(), "report", it.report(), "evidence", evidence(it.evidence())));
    }

    String of(RectificationVerified it) {
        return words.say(
                "RectificationVerified", Map.of("orderId", it.orderId(), "because", words.because(it.reason())));
    }

    String of(RectificationSentBack it) {
        return words.say("RectificationSentBack", Map.of(
                "orderId", it.orderId(), "dueOn", it.dueOn(), "because", words.because(it.reason())));
    }

    String of(RectificationOverdue it) {
        return words.say("RectificationOverdue", Map.of("orderId", it.orderId(), "dueOn", it.dueOn()));
    }

    String of(AppealLodged it) {
        List<String> contested = new ArrayList<>();
        if (it.round() != null) {
            contested.add(words.say("appeal.items", Map.of("round", it.round(), "items", it.items())));
        }
        if (it.contestsDetermination()) {
            contested.add(words.say("appeal.determination"));
        }
        return words.say("AppealLodged", Map.of(
                "appealId", it.appealId(),
                "contested", words.clauses(contested),
                "grounds", it.grounds(),
                "evidence", evidence(it.evidence())));
    }

    String of(AppealDecided it) {
        return words.say("AppealDecided", Map.of(
                "appealId", it.appealId(), "outcome", it.outcome(), "because", words.because(it.reason())));
    }

    String of(AppealWindowClosed it) {
        return words.say("AppealWindowClosed", Map.of("contested", it.contested(), "lastDay", it.lastDay()));
    }

    String of(MeasureIssued it, Supplier<ZoneId> zone) {
        return words.say("MeasureIssued", Map.of(
                "measureId", it.measureId(),
                "kind", it.kind(),
                "summons", summons(it.summons(), zone),
                "because", words.because(it.reason())));
    }

    /** What somebody said in an interview tells of persons. */
    String of(InterviewHeld it, Supplier<ZoneId> zone) {
        return words.say("InterviewHeld", Map.of(
                "measureId", it.measureId(),
                "heldAt", minute(it.heldAt(), zone),
                "minutes", persons ? words.say("minutes", Map.of("minutes", it.minutes())) : "",
                "commitments", commitments(it.commitments())));
    }

    String of(CommitmentFulfilled it) {
        return words.say("CommitmentFulfilled", Map.of(
                "measureId", it.measureId(), "commitmentNo", it.commitmentNo(), "note", it.note()));
    }

    String of(MeasureWithdrawn it) {
        return words.say(
                "MeasureWithdrawn", Map.of("measureId", it.measureId(), "because", words.because(it.reason())));
    }

    private String evidence(List<Evidence> evidence) {
        return evidence.isEmpty() ? "" : words.say("evidence", Map.of("count", evidence.size()));
    }

    private String summons(@Nullable Summons summons, Supplier<ZoneId> zone) {
        if (summons == null) {
            return "";
        }
        return words.say("summons", Map.of(
                "at", minute(summons.at(), zone),
                "place", summons.place(),
                "attendees", persons ? words.say("attendees", Map.of("attendees", summons.attendees())) : ""));
    }

    private String commitments(List<Commitment> commitments) {
        List<String> each = new ArrayList<>();
        for (Commitment it : commitments) {
            each.add(words.say("commitment", Map.of(
                    "no", each.size() + 1, "commitment", it.commitment(), "dueOn", it.dueOn())));
        }
        return each.isEmpty() ? "" : words.say("commitments", Map.of("commitments", words.clauses(each)));
    }

    private static String minute(Instant at, Supplier<ZoneId> zone) {
        return MINUTE.format(at.atZone(zone.get()));
    }
}
