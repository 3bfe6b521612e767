package cn.dabiao.command.assessment;

import static cn.dabiao.command.assessment.Guannan.LEAD;
import static cn.dabiao.command.assessment.Guannan.NOW;
import static cn.dabiao.command.assessment.Guannan.SECOND;
import static cn.dabiao.command.assessment.Story.aSchoolUnderReview;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

import cn.dabiao.command.Request;
import cn.dabiao.command.assessment.AssessmentCommand.ScoreItem;
import cn.dabiao.domain.assessment.Action;
import cn.dabiao.domain.assessment.Precondition;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.scoring.ItemFindings;

/** Nobody overwrites what they have not seen (If-Match). */
class VersionsTest {

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "SCORE_ITEM")
    void every_write_has_to_name_the_version_it_rests_on(Action action) {
        Story story = possible(action);
        Request blind = Request.of(EveryCommand.whoMay(action), NOW);
        Assessments.after(story, EveryCommand.that(action, blind))
                .isRefusedWith(new Refusal.VersionRequired(story.tag()));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "SCORE_ITEM")
    void a_write_on_an_older_version_is_refused(Action action) {
        Story story = possible(action);
        Assessments.after(story, EveryCommand.that(action, EveryCommand.whoMay(action), "0"))
                .isRefusedWith(new Refusal.StaleVersion("0", story.tag()));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "SCORE_ITEM")
    void an_items_tag_is_good_for_the_item_alone(Action action) {
        Story story = possible(action);
        Assessments.after(story, EveryCommand.that(action, EveryCommand.whoMay(action), "r1-i1-v1"))
                .isRefusedWith(new Refusal.StaleVersion("r1-i1-v1", story.tag()));
    }

    @ParameterizedTest
    @EnumSource
    void whatever_there_is_names_no_version(Action action) {
        Story story = possible(action);
        String current = action == Action.SCORE_ITEM ? "r1-i1-v1" : story.tag();
        Assessments.after(story, EveryCommand.that(action, EveryCommand.whoMay(action), "*"))
                .isRefusedWith(new Refusal.VersionRequired(current));
    }

    @ParameterizedTest
    @EnumSource
    void one_right_tag_among_several_is_enough(Action action) {
        Story story = possible(action);
        Precondition several = new Precondition(List.of("0", story.tag()));
        Assessments.after(
                        story,
                        EveryCommand.that(action, new Request(EveryCommand.whoMay(action), NOW, several)))
                .succeeds();
    }

    @Test
    void an_item_write_without_a_tag_is_told_the_items() {
        ScoreItem blind = new ScoreItem(
                Guannan.ASSESSMENT, Guannan.TERMS, 1, Found.nothingAt(7), null, null,
                Request.of(Guannan.as(LEAD), NOW));
        Assessments.after(aSchoolUnderReview(), blind).isRefusedWith(new Refusal.VersionRequired("r1-i7-v0"));
    }

    /** Both saw the untouched sheet; the second write finds another assessment but the item as it was. */
    @Test
    void two_inspectors_who_score_different_items_never_collide() {
        Story before = aSchoolUnderReview();
        String seen = before.tag();
        Story first = before.scored(LEAD, Found.nothingAt(1));
        Assessments.after(first, score(SECOND, Found.nothingAt(2), "r1-i2-v0")).succeeds();
        Assessments.after(first, score(SECOND, Found.nothingAt(2), seen))
                .isRefusedWith(new Refusal.StaleVersion(seen, "r1-i2-v0"));
    }

    @Test
    void two_inspectors_who_score_the_same_item_do() {
        Story first = aSchoolUnderReview().scored(LEAD, Found.nothingAt(1));
        Assessments.after(first, score(SECOND, Found.nothingAt(1), "r1-i1-v0"))
                .isRefusedWith(new Refusal.StaleVersion("r1-i1-v0", "r1-i1-v1"));
    }

    /** The last is a weak tag, which never matches (RFC 9110 §13.1.1). */
    @ParameterizedTest
    @ValueSource(strings = {"r1-i2-v0", "r1-i1-v1", "r2-i1-v0", "", "W/\"r1-i1-v0\""})
    void a_tag_of_something_else_is_stale(String tag) {
        Assessments.after(aSchoolUnderReview(), score(LEAD, Found.nothingAt(1), tag))
                .isRefusedWith(new Refusal.StaleVersion(tag, "r1-i1-v0"));
    }

    private static ScoreItem score(InspectorId by, ItemFindings findings, String tag) {
        return new ScoreItem(
                Guannan.ASSESSMENT, Guannan.TERMS, 1, findings, null, null,
                Guannan.by(Guannan.as(by), NOW, tag));
    }

    private static Story possible(Action action) {
        return action.phases().stream()
                .flatMap(phase -> Story.readyFor(action, phase).stream())
                .findFirst()
                .orElseThrow();
    }
}
