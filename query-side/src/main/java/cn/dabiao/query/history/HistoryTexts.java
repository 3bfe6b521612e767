package cn.dabiao.query.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.assessment.AssessmentEvent.ApplicationAccepted;
import cn.dabiao.domain.assessment.AssessmentEvent.ApplicationReturned;
import cn.dabiao.domain.assessment.AssessmentEvent.ApplicationSubmitted;
import cn.dabiao.domain.assessment.AssessmentEvent.ApplicationWithdrawn;
import cn.dabiao.domain.assessment.AssessmentEvent.GradeAssigned;
import cn.dabiao.domain.assessment.AssessmentEvent.InspectorsDrawn;
import cn.dabiao.domain.assessment.AssessmentEvent.ItemScored;
import cn.dabiao.domain.assessment.AssessmentEvent.PlanSubmitted;
import cn.dabiao.domain.assessment.AssessmentEvent.ReviewOpened;
import cn.dabiao.domain.assessment.AssessmentEvent.ReviewSigned;
import cn.dabiao.domain.assessment.AssessmentEvent.SelfAssessed;
import cn.dabiao.domain.inspector.InspectorEvent;
import cn.dabiao.domain.people.Contact;
import cn.dabiao.domain.school.SchoolEvent;
import cn.dabiao.domain.school.SchoolFacts;
import cn.dabiao.domain.school.SchoolField;
import cn.dabiao.domain.scoring.Deduction;
import cn.dabiao.domain.scoring.Measurement;
import cn.dabiao.domain.scoring.NotApplicable;
import cn.dabiao.domain.scoring.Scoresheet.CategoryTotal;
import cn.dabiao.domain.standard.Category;
import cn.dabiao.domain.standard.Item;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.standard.Standard;
import cn.dabiao.domain.value.Opinion;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Points;
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
            case InspectorEvent.InspectorRegistered it -> throw new IllegalStateException("no school's affair: " + it);
            case InspectorEvent.RecusalDeclared it -> recusal("RecusalDeclared." + it.declaredBy(), it, it.reason());
            case InspectorEvent.RecusalRequested it -> recusal("RecusalRequested", it, it.reason());
            case InspectorEvent.RecusalDecided it -> recusal("RecusalDecided." + it.outcome(), it, it.reason());
        };
    }

    String of(AssessmentEvent event, Standard standard) {
        return switch (event) {
            case PlanSubmitted it -> words.say("PlanSubmitted", Map.of(
                    "title", it.title(),
                    "document", it.document().name(),
                    "timing", words.say(it.late() ? "plan.late" : "plan.inTime", Map.of("deadline", it.deadline()))));
            case SelfAssessed it -> words.say("SelfAssessed", Map.of(
                    "total", it.total(),
                    "threshold", it.threshold(),
                    "outcome", words.say(it.qualified() ? "self.qualified" : "self.notQualified"),
                    "losses", appended(it.findings().stream()
                            .flatMap(found -> Stream.concat(
                                    found.deductions().stream().map(loss -> lossAt(found.itemNo(), loss)),
                                    found.notApplicable().stream().map(this::notApplicable)))
                            .toList())));
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
                    "because", because(it.reason()).get("because")));
            case ReviewOpened it -> words.say("ReviewOpened", Map.of(
                    "round", it.round(), "inspectors", it.inspectors(), "lead", it.lead(), "visitOn", it.visitOn()));
            case ItemScored it -> scored(it, standard);
            case ReviewSigned it -> words.say("ReviewSigned", Map.of(
                    "round", it.round(), "signedBy", it.signedBy(), "opinion", opinion(it.opinion())));
            case GradeAssigned it -> words.say("GradeAssigned", Map.of(
                    "round", it.round(),
                    "grade", it.grade(),
                    "total", it.total(),
                    "points", standard.total(),
                    "categories", it.categoryTotals().stream().map(each -> category(each, standard)).toList(),
                    "opinion", it.opinion(),
                    "seal", seal(it.sealedBy())));
        };
    }

    /** The act that a score change rests on, in words. */
    @Nullable String authority(AssessmentEvent event) {
        return event instanceof ItemScored scored
                ? words.say("authority.review", Map.of("round", scored.round()))
                : null;
    }

    private String recusal(String key, InspectorEvent event, Reason reason) {
        return words.say(key, Map.of(
                "inspectorId", event.inspectorId(),
                "because", because(persons ? reason : null).get("because")));
    }

    private String scored(ItemScored it, Standard standard) {
        Points points = standard.item(it.itemNo()).map(Item::points).orElseThrow();
        Points lost = Points.sum(it.deductions().stream().map(Deduction::points).toList());
        List<String> clauses = new ArrayList<>();
        it.deductions().forEach(deduction -> clauses.add(loss(deduction)));
        if (!points.atLeast(lost)) {
            clauses.add(words.say("score.floor", Map.of("lost", lost)));
        }
        it.measurements().stream()
                .filter(measured -> measured.waiver() != null)
                .forEach(measured -> clauses.add(waived(measured)));
        it.notApplicable().forEach(each -> clauses.add(notApplicable(each)));
        return words.say(it.before() == null ? "ItemScored.first" : "ItemScored.again", Map.of(
                "round", it.round(),
                "scoredBy", it.scoredBy(),
                "because", because(it.reason()).getOrDefault("because", ""),
                "itemNo", it.itemNo(),
                "before", it.before() == null ? "" : it.before(),
                "after", it.after(),
                "points", points,
                "losses", appended(clauses)));
    }

    private String loss(Deduction deduction) {
        return words.say("loss", Map.of(
                "checkpoint", deduction.checkpoint(), "points", deduction.points(), "reason", deduction.reason()));
    }

    private String lossAt(ItemNo itemNo, Deduction deduction) {
        return words.say("loss.atItem", Map.of("itemNo", itemNo, "loss", loss(deduction)));
    }

    private String waived(Measurement measured) {
        return words.say("score.waived", Map.of(
                "checkpoint", measured.checkpoint(),
                "value", measured.by() == null ? measured.value() : measured.value() + "×" + measured.by(),
                "unit", measured.unit(),
                "reason", Objects.requireNonNull(measured.waiver())));
    }

    private String notApplicable(NotApplicable each) {
        return words.say("score.notApplicable", Map.of("checkpoint", each.checkpoint(), "reason", each.reason()));
    }

    private String category(CategoryTotal total, Standard standard) {
        Object name = standard.categories().stream()
                .filter(category -> category.category().equals(total.category()))
                .map(Category::name)
                .findFirst()
                .orElseThrow();
        return words.say("category", Map.of(
                "code", total.category(), "name", name, "score", total.score(), "points", total.points()));
    }

    private String appended(List<String> clauses) {
        return clauses.isEmpty() ? "" : words.say("appended", Map.of("clauses", words.clauses(clauses)));
    }

    private Map<String, String> because(@Nullable Reason reason) {
        return Map.of("because", reason == null ? "" : words.say("because", Map.of("reason", reason)));
    }

    private String opinion(@Nullable Opinion opinion) {
        return opinion == null ? "" : words.say("opinion", Map.of("opinion", opinion));
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
