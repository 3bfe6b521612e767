package cn.dabiao.query.history;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.assessment.AssessmentEvent.AppealDecided;
import cn.dabiao.domain.assessment.AssessmentEvent.AppealLodged;
import cn.dabiao.domain.assessment.AssessmentEvent.AppealWindowClosed;
import cn.dabiao.domain.assessment.AssessmentEvent.ApplicationAccepted;
import cn.dabiao.domain.assessment.AssessmentEvent.ApplicationReturned;
import cn.dabiao.domain.assessment.AssessmentEvent.ApplicationSubmitted;
import cn.dabiao.domain.assessment.AssessmentEvent.ApplicationWithdrawn;
import cn.dabiao.domain.assessment.AssessmentEvent.CommitmentFulfilled;
import cn.dabiao.domain.assessment.AssessmentEvent.DeterminationRevoked;
import cn.dabiao.domain.assessment.AssessmentEvent.GradeAssigned;
import cn.dabiao.domain.assessment.AssessmentEvent.GradeRevised;
import cn.dabiao.domain.assessment.AssessmentEvent.InspectorReplaced;
import cn.dabiao.domain.assessment.AssessmentEvent.InspectorsDrawn;
import cn.dabiao.domain.assessment.AssessmentEvent.InterviewHeld;
import cn.dabiao.domain.assessment.AssessmentEvent.ItemScored;
import cn.dabiao.domain.assessment.AssessmentEvent.MeasureIssued;
import cn.dabiao.domain.assessment.AssessmentEvent.MeasureWithdrawn;
import cn.dabiao.domain.assessment.AssessmentEvent.NotAttainedDetermined;
import cn.dabiao.domain.assessment.AssessmentEvent.PlanSubmitted;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationOrdered;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationOverdue;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationReported;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationSentBack;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationVerified;
import cn.dabiao.domain.assessment.AssessmentEvent.ReviewOpened;
import cn.dabiao.domain.assessment.AssessmentEvent.ReviewSigned;
import cn.dabiao.domain.assessment.AssessmentEvent.ScoreCorrected;
import cn.dabiao.domain.assessment.AssessmentEvent.SelfAssessed;
import cn.dabiao.domain.evidence.EvidenceEvent;
import cn.dabiao.domain.inspector.InspectorEvent;
import cn.dabiao.domain.people.Contact;
import cn.dabiao.domain.people.PersonId;
import cn.dabiao.domain.school.SchoolEvent;
import cn.dabiao.domain.school.SchoolFacts;
import cn.dabiao.domain.school.SchoolField;
import cn.dabiao.domain.scoring.ItemFindings;
import cn.dabiao.domain.standard.Standard;
import cn.dabiao.domain.value.Opinion;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Reason;

/**
 * Tells an event in words. A score is explained point by point: which checkpoint cost what, and why.
 *
 * @param persons whether the reader may see names and phones of persons
 */
record HistoryTexts(Words words, boolean persons) {

    String of(SchoolEvent event) {
        return switch (event) {
            case SchoolEvent.SchoolRegistered it -> words.say("SchoolRegistered", Map.of(
                    "name", it.facts().name(),
                    "kind", it.facts().kind(),
                    "ownership", it.facts().ownership(),
                    "township", it.facts().township(),
                    "students", it.facts().students(),
                    "staff", it.facts().staff(),
                    "teachers", it.facts().teachers(),
                    "contacts", contacts(it.facts().principal(), it.facts().vicePrincipal())));
            case SchoolEvent.SchoolUpdated it -> words.say("SchoolUpdated", Map.of(
                    "changes", words.clauses(changes(it.before(), it.facts())),
                    "because", because(it.reason()).get("because")));
            case SchoolEvent.SchoolMerged it -> words.say("SchoolMerged", Map.of(
                    "schoolCode", it.schoolCode(),
                    "into", it.into(),
                    "because", because(it.reason()).get("because")));
            case SchoolEvent.SchoolClosed it -> words.say("SchoolClosed", because(it.reason()));
            case SchoolEvent.SchoolPersonErased it -> words.say("PersonErased", erasure(it.personId(), it.reason()));
        };
    }

    private List<String> changes(SchoolFacts before, SchoolFacts after) {
        return SchoolField.changed(before, after).stream()
                .map(field -> field.personal() && !persons
                        ? words.say("change.unseen", Map.of("field", field))
                        : words.say("change", Map.of(
                                "field", field, "before", field.of(before), "after", field.of(after))))
                .toList();
    }

    /** What is told of an inspector in the history of a school; why somebody is recused tells of persons. */
    String of(InspectorEvent event) {
        return switch (event) {
            case InspectorEvent.InspectorRegistered _, InspectorEvent.InspectorSuspended _,
                    InspectorEvent.InspectorReinstated _, InspectorEvent.InspectorPersonErased _ ->
                throw new IllegalStateException("no school's affair: " + event);
            case InspectorEvent.RecusalDeclared it -> recusal("RecusalDeclared." + it.declaredBy(), it, it.reason());
            case InspectorEvent.RecusalRequested it -> recusal("RecusalRequested", it, it.reason());
            case InspectorEvent.RecusalDecided it -> recusal("RecusalDecided." + it.outcome(), it, it.reason());
        };
    }

    /** What people wrote of a file, its name and its place, may tell of persons. */
    String of(EvidenceEvent event) {
        return switch (event) {
            case EvidenceEvent.EvidenceStored it -> words.say("EvidenceStored", Map.of(
                    "file", persons ? words.say("evidence.named", Map.of("name", it.name())) : "",
                    "mediaType", it.mediaType(),
                    "bytes", it.bytes(),
                    "sha256", it.sha256(),
                    "taken", it.takenAt() == null ? "" : words.say("evidence.taken", Map.of("takenAt", it.takenAt())),
                    "place", it.place() == null || !persons
                            ? ""
                            : words.say("evidence.place", Map.of("place", it.place()))));
        };
    }

    /** @param zone the campaign's: asked for only where an event tells of an hour */
    String of(AssessmentEvent event, Standard standard, Supplier<ZoneId> zone) {
        ScoreTexts scores = new ScoreTexts(words);
        AftermathTexts aftermath = new AftermathTexts(words, persons);
        return switch (event) {
            case PlanSubmitted it -> words.say("PlanSubmitted", Map.of(
                    "title", it.title(),
                    "file", persons ? words.say("plan.file", Map.of("document", it.document().name())) : "",
                    "timing", words.say(it.late() ? "plan.late" : "plan.inTime", Map.of("deadline", it.deadline()))));
            case SelfAssessed it -> words.say("SelfAssessed", Map.of(
                    "total", it.total(),
                    "threshold", it.threshold(),
                    "outcome", words.say(it.qualified() ? "self.qualified" : "self.notQualified"),
                    "losses", scores.losses(it.findings())));
            case ApplicationSubmitted it -> words.say("ApplicationSubmitted", Map.of(
                    "declaredOn", it.declaredOn(), "selfTotal", it.selfTotal(), "seal", seal(it.sealedBy())));
            case ApplicationAccepted it -> words.say("ApplicationAccepted", because(it.reason()));
            case ApplicationReturned it -> words.say("ApplicationReturned", because(it.reason()));
            case ApplicationWithdrawn it -> words.say("ApplicationWithdrawn", because(it.reason()));
            case InspectorsDrawn it -> words.say("InspectorsDrawn", Map.of(
                    "drawNo", it.drawNo(),
                    "drawn", it.drawn(),
                    "lead", it.lead(),
                    "seed", it.seed(),
                    "seedFrom", it.seedFrom(),
                    "eligible", it.eligible().size(),
                    "exclusions", it.exclusions().size(),
                    "because", words.because(it.reason())));
            case ReviewOpened it -> words.say("ReviewOpened", Map.of(
                    "round", it.round(), "inspectors", it.inspectors(), "lead", it.lead(), "visitOn", it.visitOn()));
            case InspectorReplaced it -> aftermath.of(it);
            case ItemScored it -> scored(it, scores, standard);
            case ReviewSigned it -> words.say("ReviewSigned", Map.of(
                    "round", it.round(), "signedBy", it.signedBy(), "opinion", opinion(it.opinion())));
            case GradeAssigned it -> words.say("GradeAssigned", Map.of(
                    "round", it.round(),
                    "grade", it.grade(),
                    "total", it.total(),
                    "points", standard.total(),
                    "categories", scores.categories(it.categoryTotals(), standard),
                    "opinion", it.opinion(),
                    "seal", seal(it.sealedBy())));
            case ScoreCorrected it -> aftermath.of(it, standard);
            case GradeRevised it -> aftermath.of(it, standard);
            case NotAttainedDetermined it -> aftermath.of(it);
            case DeterminationRevoked it -> aftermath.of(it);
            case RectificationOrdered it -> aftermath.of(it);
            case RectificationReported it -> aftermath.of(it);
            case RectificationVerified it -> aftermath.of(it);
            case RectificationSentBack it -> aftermath.of(it);
            case RectificationOverdue it -> aftermath.of(it);
            case AppealLodged it -> aftermath.of(it);
            case AppealDecided it -> aftermath.of(it);
            case AppealWindowClosed it -> aftermath.of(it);
            case MeasureIssued it -> aftermath.of(it, zone);
            case InterviewHeld it -> aftermath.of(it, zone);
            case CommitmentFulfilled it -> aftermath.of(it);
            case MeasureWithdrawn it -> aftermath.of(it);
        };
    }

    /** The act that a change of a score, a grade or a determination rests on, in words. */
    @Nullable String authority(AssessmentEvent event) {
        return switch (event) {
            case ItemScored it -> words.say("authority.review", Map.of("round", it.round()));
            case ScoreCorrected it -> words.authority(it.appealId(), it.authority());
            case GradeRevised it -> words.authority(it.appealId(), it.authority());
            case DeterminationRevoked it -> words.authority(it.appealId(), null);
            default -> null;
        };
    }

    private String recusal(String key, InspectorEvent event, Reason reason) {
        return words.say(key, Map.of(
                "inspectorId", event.inspectorId(), "because", words.because(persons ? reason : null)));
    }

    private String scored(ItemScored it, ScoreTexts scores, Standard standard) {
        ItemFindings found = new ItemFindings(it.itemNo(), it.deductions(), it.measurements(), it.notApplicable());
        return words.say(it.before() == null ? "ItemScored.first" : "ItemScored.again", Map.of(
                "round", it.round(),
                "scoredBy", it.scoredBy(),
                "because", words.because(it.reason()),
                "itemNo", it.itemNo(),
                "before", it.before() == null ? "" : it.before(),
                "after", it.after(),
                "points", ScoreTexts.pointsOf(it.itemNo(), standard),
                "losses", scores.losses(found, standard)));
    }

    private Map<String, String> because(@Nullable Reason reason) {
        return Map.of("because", words.because(reason));
    }

    private String opinion(@Nullable Opinion opinion) {
        return opinion == null ? "" : words.say("opinion", Map.of("opinion", opinion));
    }

    /** Why somebody is erased may tell of them. */
    private Map<String, ?> erasure(PersonId person, Reason reason) {
        return Map.of("person", person, "because", persons ? words.because(reason) : "");
    }

    private String seal(PersonName sealedBy) {
        return persons ? words.say("seal", Map.of("sealedBy", sealedBy)) : "";
    }

    private String contacts(Contact principal, Contact vicePrincipal) {
        return persons
                ? words.say("contacts", Map.of("principal", principal.name(), "vicePrincipal", vicePrincipal.name()))
                : "";
    }
}
