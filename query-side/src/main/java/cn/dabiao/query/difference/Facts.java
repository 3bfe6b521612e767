package cn.dabiao.query.difference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import cn.dabiao.api.assessment.AssessmentDiff.Aspect;
import cn.dabiao.api.assessment.AssessmentDiff.Standing;
import cn.dabiao.domain.assessment.AssessmentEvent.InspectorsDrawn;
import cn.dabiao.domain.assessment.AssessmentState;
import cn.dabiao.domain.assessment.Determination;
import cn.dabiao.domain.assessment.Review;
import cn.dabiao.domain.assessment.ReviewedItem;
import cn.dabiao.domain.measure.IssuedMeasure;
import cn.dabiao.domain.rectification.RectificationOrder;
import cn.dabiao.domain.school.SchoolField;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.query.assessment.AssessmentRecord;

/** What there is of an assessment that may become different: what it is about, and how that stands. */
final class Facts {

    /**
     * @param ref   which, where there are several; empty where there is one
     * @param named what it is, beside its number or id, for the words; null where that is all there is
     */
    record Key(Aspect what, String ref, @Nullable Object named) {}

    /**
     * @param value as it is shown
     * @param whole what makes it the same or another, where that is more than is shown
     */
    record Fact(Object value, Object whole) {}

    private final Map<Key, Fact> facts = new LinkedHashMap<>();

    private Facts() {}

    static Map<Key, Fact> of(AssessmentRecord row) {
        Facts facts = new Facts();
        AssessmentState state = row.state();
        facts.path(state);
        facts.school(row);
        facts.draws(state.draws());
        state.reviews().forEach(facts::round);
        state.aftermath().orders().forEach(facts::order);
        state.aftermath().appeals().forEach(it -> facts.add(
                Aspect.APPEAL, it.appealId().value(), it.outcome() == null ? Standing.OPEN : it.outcome()));
        state.aftermath().measures().forEach(facts::measure);
        return facts.facts;
    }

    /** The scores that count: those of the latest round, as far as it has been scored. */
    static Map<ItemNo, ReviewedItem> items(AssessmentRecord row) {
        List<ReviewedItem> items = row.state().currentReview().map(Review::items).orElse(List.of());
        return items.stream().collect(Collectors.toMap(ReviewedItem::itemNo, Function.identity()));
    }

    private void path(AssessmentState state) {
        add(Aspect.STATE, "", state.phase());
        state.standing().ifPresent(grade -> add(Aspect.GRADE, "", grade));
        if (state.grade() != null) {
            add(Aspect.TOTAL, "", state.grade().total());
        }
        if (state.aftermath().determination() != null) {
            Determination stands = state.aftermath().determination();
            add(Aspect.DETERMINATION, "", stands.ground(), stands);
        }
        add(Aspect.PLAN, "", state.plan().title(), state.plan());
        add(Aspect.PLAN_DOCUMENT, "", state.plan().document().sha256());
        if (state.selfAssessment() != null) {
            add(Aspect.SELF_ASSESSMENT, "", state.selfAssessment().total(), state.selfAssessment());
        }
        if (state.application() != null) {
            add(Aspect.APPLICATION, "", state.application().declaredOn(), state.application());
        }
    }

    private void school(AssessmentRecord row) {
        school(SchoolField.NAME, row.schoolName());
        school(SchoolField.KIND, row.kind());
        school(SchoolField.OWNERSHIP, row.ownership());
        school(SchoolField.TOWNSHIP, row.township());
    }

    private void school(SchoolField field, Object value) {
        facts.put(new Key(Aspect.SCHOOL, field.name(), field), new Fact(value, value));
    }

    private void draws(List<InspectorsDrawn> draws) {
        draws.forEach(it -> add(
                Aspect.DRAW,
                Integer.toString(it.drawNo()),
                it.drawn().stream().map(Object::toString).collect(Collectors.joining(","))));
    }

    /** Whoever took another's place in it was drawn, too. */
    private void round(Review review) {
        review.replacements().forEach(it -> add(Aspect.DRAW, Integer.toString(it.drawNo()), it.replacement()));
        add(Aspect.ROUND, Integer.toString(review.round()), review.isComplete() ? Standing.COMPLETE : Standing.OPEN);
    }

    private void order(RectificationOrder order) {
        String ref = order.orderId().value();
        add(Aspect.RECTIFICATION, ref, order.standing());
        add(Aspect.RECTIFICATION_DUE, ref, order.dueOn());
        if (order.overdue()) {
            add(Aspect.RECTIFICATION_OVERDUE, ref, order.dueOn());
        }
    }

    private void measure(IssuedMeasure measure) {
        String ref = measure.measureId().value();
        Standing issued = measure.minutes() == null ? Standing.ISSUED : Standing.HELD;
        Standing standing = measure.stands() ? issued : Standing.WITHDRAWN;
        facts.put(new Key(Aspect.MEASURE, ref, measure.kind()), new Fact(standing, standing));
        measure.commitments().forEach(it -> add(
                Aspect.COMMITMENT,
                ref + "/" + it.no(),
                it.fulfilled() == null ? Standing.OPEN : Standing.FULFILLED));
    }

    private void add(Aspect what, String ref, Object value) {
        add(what, ref, value, value);
    }

    private void add(Aspect what, String ref, Object value, Object whole) {
        facts.put(new Key(what, ref, null), new Fact(value, whole));
    }
}
