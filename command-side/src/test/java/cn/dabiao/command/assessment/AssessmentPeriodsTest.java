package cn.dabiao.command.assessment;

import static cn.dabiao.command.assessment.Guannan.ASSESSMENT;
import static cn.dabiao.command.assessment.Guannan.BACK_HOME;
import static cn.dabiao.command.assessment.Guannan.BUREAU;
import static cn.dabiao.command.assessment.Guannan.CAMPAIGN;
import static cn.dabiao.command.assessment.Guannan.NOW;
import static cn.dabiao.command.assessment.Guannan.REASON;
import static cn.dabiao.command.assessment.Guannan.STANDARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import cn.dabiao.command.Nodes;
import cn.dabiao.command.Nodes.Node;
import cn.dabiao.command.timers.Ending;
import cn.dabiao.domain.appeal.AppealId;
import cn.dabiao.domain.appeal.Contested;
import cn.dabiao.domain.assessment.Aftermath;
import cn.dabiao.domain.assessment.Aftermath.ClosedWindow;
import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.assessment.AssessmentEvent.DeterminationRevoked;
import cn.dabiao.domain.assessment.AssessmentEvent.GradeAssigned;
import cn.dabiao.domain.assessment.AssessmentEvent.GradeRevised;
import cn.dabiao.domain.assessment.AssessmentEvent.NotAttainedDetermined;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationOrdered;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationSentBack;
import cn.dabiao.domain.assessment.AssessmentState;
import cn.dabiao.domain.assessment.StandingGrade;
import cn.dabiao.domain.campaign.CampaignEvent.CampaignClosed;
import cn.dabiao.domain.campaign.CampaignEvent.CampaignOpened;
import cn.dabiao.domain.rectification.OrderId;
import cn.dabiao.domain.standard.StandardEvent.StandardPublished;
import cn.dabiao.domain.value.Authority;
import cn.dabiao.ledger.StreamId;

/** Which events begin the periods of an assessment, until when, and what is recorded at their ends. */
class AssessmentPeriodsTest {

    private static final StreamId STREAM = StreamId.of(ASSESSMENT);
    private static final StreamId CAMPAIGNS = StreamId.of(CAMPAIGN.campaignId());
    private static final OrderId ORDER = new OrderId("r1");
    private static final LocalDate DUE_AGAIN = LocalDate.of(2018, 5, 20);
    private static final RectificationSentBack SENT_BACK =
            new RectificationSentBack(ASSESSMENT, ORDER, REASON, DUE_AGAIN, NOW);

    private static final Instant WINDOW_OVER = Instant.parse("2018-04-25T16:00:00Z");
    private static final Instant CORRECTED_WINDOW_OVER = Instant.parse("2018-05-05T16:00:00Z");
    private static final Instant OVERDUE = Instant.parse("2018-05-10T16:00:00Z");
    private static final Instant OVERDUE_AGAIN = Instant.parse("2018-05-20T16:00:00Z");

    private static final Story GRADED = Story.aSchoolGraded(92);
    private static final Story ORDERED = GRADED.ordered();
    private static final AssessmentEvent CORRECTION = revised(null);
    private static final AssessmentEvent UPHELD = revised(new AppealId("a1"));

    private final Nodes nodes = new Nodes();
    private final Node node = nodes.start();

    @BeforeEach
    void a_campaign_is_opened() {
        append(StreamId.of(STANDARD.standardId()),
                new StandardPublished(STANDARD.standardId(), BUREAU, STANDARD, Guannan.IN_MARCH));
        append(CAMPAIGNS, new CampaignOpened(
                CAMPAIGN.campaignId(), BUREAU, CAMPAIGN.name(), CAMPAIGN.standardId(), Guannan.DEADLINE,
                CAMPAIGN.appealWindowDays(), Guannan.ZONE, CAMPAIGN.annualWeight(), CAMPAIGN.leadingGroup(),
                Guannan.IN_MARCH));
    }

    @Test
    void an_order_is_due_until_the_midnight_after_its_date_where_the_campaign_is() {
        RectificationPeriod period = rectification(NOW);
        assertThat(period.begunBy(ORDERED.events().getLast())).contains(new Ending(OVERDUE, "r1"));
        assertThat(period.begunBy(SENT_BACK)).contains(new Ending(OVERDUE_AGAIN, "r1"));
        assertThat(ORDERED.reported().determined().events())
                .filteredOn(event -> period.begunBy(event).isPresent())
                .hasOnlyElementsOfType(RectificationOrdered.class);
    }

    @Test
    void a_grade_a_correction_and_a_determination_can_be_contested_until_a_midnight() {
        AppealPeriod period = appeal(NOW);
        Story determined = GRADED.determined();
        assertThat(period.begunBy(GRADED.events().getLast())).contains(new Ending(WINDOW_OVER, "GRADE"));
        assertThat(period.begunBy(CORRECTION)).contains(new Ending(CORRECTED_WINDOW_OVER, "GRADE"));
        assertThat(period.begunBy(determined.events().getLast()))
                .contains(new Ending(WINDOW_OVER, "DETERMINATION"));
        assertThat(period.begunBy(UPHELD)).as("the school has been heard on that").isEmpty();
        assertThat(determined.ordered().reported().events())
                .filteredOn(event -> period.begunBy(event).isPresent())
                .hasOnlyElementsOfTypes(GradeAssigned.class, NotAttainedDetermined.class);
    }

    @Test
    void an_order_without_a_report_becomes_overdue_once() {
        stored(ORDERED);
        rectification(OVERDUE).ended(STREAM, "r1");
        rectification(OVERDUE.plusSeconds(1)).ended(STREAM, "r1");
        assertThat(aftermath().order(ORDER).orElseThrow().overdue()).isTrue();
        assertThat(recorded(ORDERED)).isEqualTo(1);
    }

    @Test
    void an_order_that_was_sent_back_becomes_overdue_by_its_new_date() {
        Story sentBack = ORDERED.reported().then(SENT_BACK);
        stored(sentBack);
        rectification(OVERDUE).ended(STREAM, "r1");
        assertThat(recorded(sentBack)).isZero();
        rectification(OVERDUE_AGAIN).ended(STREAM, "r1");
        assertThat(aftermath().order(ORDER).orElseThrow().overdue()).isTrue();
    }

    @Test
    void after_a_report_no_order_becomes_overdue() {
        Story reported = ORDERED.reported();
        stored(reported);
        rectification(OVERDUE).ended(STREAM, "r1");
        assertThat(recorded(reported)).isZero();
    }

    @Test
    void in_a_campaign_that_is_over_no_order_becomes_overdue() {
        stored(ORDERED);
        append(CAMPAIGNS, new CampaignClosed(CAMPAIGN.campaignId(), null, List.of(), NOW));
        rectification(OVERDUE).ended(STREAM, "r1");
        assertThat(recorded(ORDERED)).isZero();
    }

    @Test
    void a_window_for_appeals_ends_once_even_after_the_campaign() {
        stored(GRADED);
        append(CAMPAIGNS, new CampaignClosed(CAMPAIGN.campaignId(), null, List.of(), NOW));
        appeal(WINDOW_OVER).ended(STREAM, "GRADE");
        appeal(WINDOW_OVER.plusSeconds(1)).ended(STREAM, "GRADE");
        assertThat(aftermath().closedWindows()).containsExactly(new ClosedWindow(Contested.GRADE, BACK_HOME));
        assertThat(recorded(GRADED)).isEqualTo(1);
    }

    @Test
    void a_correction_moves_the_end_and_an_upheld_appeal_does_not() {
        Story corrected = GRADED.then(CORRECTION);
        stored(corrected);
        appeal(WINDOW_OVER).ended(STREAM, "GRADE");
        assertThat(recorded(corrected)).isZero();
        append(STREAM, UPHELD);
        appeal(CORRECTED_WINDOW_OVER).ended(STREAM, "GRADE");
        assertThat(aftermath().closedWindows()).containsExactly(new ClosedWindow(Contested.GRADE, NOW));
    }

    @Test
    void a_determination_that_fell_has_no_window_that_could_end() {
        Story revoked = GRADED.determined()
                .then(new DeterminationRevoked(ASSESSMENT, new AppealId("a1"), REASON, NOW));
        stored(revoked);
        appeal(WINDOW_OVER).ended(STREAM, "DETERMINATION");
        assertThat(recorded(revoked)).isZero();
    }

    /** The copy in memory, of a moment before, knows nothing that could be overdue. */
    @Test
    void what_another_node_wrote_counts() {
        Story reported = ORDERED.reported();
        stored(reported);
        rectification(NOW).ended(STREAM, "r1");
        assertThat(node.cache().<String, Object>get(STREAM.value())).isNotNull();
        append(STREAM, SENT_BACK);
        rectification(OVERDUE_AGAIN).ended(STREAM, "r1");
        assertThat(aftermath().order(ORDER).orElseThrow().overdue()).isTrue();
    }

    @Test
    void a_timer_for_an_order_that_is_not_there_yet_fails_and_so_is_tried_again() {
        stored(GRADED);
        assertThatThrownBy(() -> rectification(OVERDUE).ended(STREAM, "r1")).isInstanceOf(RuntimeException.class);
    }

    private RectificationPeriod rectification(Instant at) {
        return new RectificationPeriod(desk(at));
    }

    private AppealPeriod appeal(Instant at) {
        return new AppealPeriod(desk(at));
    }

    private CalendarDesk desk(Instant at) {
        return new CalendarDesk(
                node.commands(), node.references(), node.cache(), Clock.fixed(at, ZoneOffset.UTC));
    }

    private void stored(Story story) {
        nodes.append(STREAM, story.events());
    }

    private void append(StreamId stream, Object event) {
        nodes.append(stream, List.of(event));
    }

    private AssessmentState state() {
        return node.references().assessment(ASSESSMENT).orElseThrow();
    }

    private Aftermath aftermath() {
        return state().aftermath();
    }

    /** How many events have come to those of the story. */
    private long recorded(Story story) {
        return state().version() - story.state().version();
    }

    private static AssessmentEvent revised(@Nullable AppealId appealId) {
        StandingGrade grade = Objects.requireNonNull(GRADED.state().grade());
        return new GradeRevised(
                ASSESSMENT, grade.round(), grade.standardId(), grade.categoryTotals(), grade.total(), grade.grade(),
                grade.total(), grade.grade(), appealId,
                Optional.of(new Authority("灌教安〔2018〕3号")).filter(_ -> appealId == null).orElse(null), NOW);
    }
}
