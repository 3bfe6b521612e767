package cn.dabiao.command.assessment;

import static cn.dabiao.command.assessment.Guannan.ASSESSMENT;
import static cn.dabiao.command.assessment.Guannan.NOW;
import static cn.dabiao.command.assessment.Guannan.PRINCIPAL;
import static cn.dabiao.command.assessment.Guannan.STANDARD;
import static cn.dabiao.command.assessment.Story.aSchoolGraded;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import cn.dabiao.command.Request;
import cn.dabiao.command.assessment.AftermathCommand.LodgeAppeal;
import cn.dabiao.command.assessment.AssessmentCommand.OpenAssessment;
import cn.dabiao.domain.appeal.AppealId;
import cn.dabiao.domain.assessment.Action;
import cn.dabiao.domain.assessment.Terms;
import cn.dabiao.domain.campaign.Campaign;
import cn.dabiao.domain.campaign.CampaignEvent.CampaignClosed;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.value.Statement;

/** What ends with a campaign, and what does not. */
class ClosedCampaignTest {

    private static final Instant CLOSED_AT = Instant.parse("2018-04-19T09:00:00Z");
    private static final Terms CLOSED = new Terms(
            Campaign.evolve(
                    Guannan.CAMPAIGN,
                    new CampaignClosed(Guannan.CAMPAIGN.campaignId(), null, List.of(), CLOSED_AT)),
            STANDARD,
            NOW);
    private static final Set<Action> OUTLIVES = Set.of(
            Action.CORRECT_SCORE, Action.APPEAL, Action.DECIDE_APPEAL, Action.RECORD_MINUTES,
            Action.CONFIRM_COMMITMENT, Action.WITHDRAW_MEASURE);

    @ParameterizedTest
    @EnumSource
    void the_rights_of_a_school_and_the_mending_of_mistakes_outlive_it_and_nothing_else_does(Action action) {
        Story story = action.phases().stream()
                .flatMap(phase -> Story.readyFor(action, phase).stream())
                .findFirst()
                .orElseThrow();
        AssessmentCommand command = new Bodies(
                        story.state(), CLOSED, Guannan.by(EveryCommand.whoMay(action), NOW, story.tag()),
                        Bodies.everyItem())
                .of(action)
                .filter(each -> !OUTLIVES.contains(action)
                        || LiveAssessment.after(story, each).isPresent())
                .findFirst()
                .orElseThrow();
        if (OUTLIVES.contains(action)) {
            Assessments.after(story, command).succeeds();
        } else {
            Assessments.after(story, command)
                    .isRefusedWith(new Refusal.CampaignIsClosed(Guannan.CAMPAIGN.campaignId(), CLOSED_AT));
        }
    }

    @Test
    void nothing_begins_in_it() {
        Assessments.atFirst(new OpenAssessment(ASSESSMENT, CLOSED, Guannan.PLAN, Request.of(PRINCIPAL, NOW)))
                .isRefusedWith(new Refusal.CampaignIsClosed(Guannan.CAMPAIGN.campaignId(), CLOSED_AT));
    }

    /** The window is the school's, and no longer than it was. */
    @Test
    void the_window_for_appeals_ends_as_if_it_were_open() {
        Story graded = aSchoolGraded(88);
        Instant late = Instant.parse("2018-04-25T16:00:00Z");
        Terms terms = new Terms(CLOSED.campaign(), STANDARD, late);
        Assessments.after(
                        graded,
                        new LodgeAppeal(
                                ASSESSMENT, terms, new AppealId("a1"), List.of(new ItemNo(1)), false,
                                new Statement("请予复核。"), List.of(), Guannan.by(PRINCIPAL, late, graded.tag())))
                .isRefusedWith(new Refusal.AppealWindowOver(LocalDate.of(2018, 4, 25), LocalDate.of(2018, 4, 26)));
    }
}
