package cn.dabiao.query;

import static cn.dabiao.query.fixture.Answered.body;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.zaxxer.hikari.HikariDataSource;

import cn.dabiao.api.Page;
import cn.dabiao.api.campaign.CampaignReads;
import cn.dabiao.api.campaign.OverdueRow;
import cn.dabiao.api.campaign.OverdueTask;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolEvent.SchoolClosed;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.query.fixture.Database;
import cn.dabiao.query.fixture.Given;
import cn.dabiao.query.fixture.LongLife;
import cn.dabiao.query.fixture.People;
import cn.dabiao.query.fixture.QueryNode;
import cn.dabiao.query.fixture.Story;

/** What schools should have done by a date: the calendar alone makes it overdue. */
class OverdueSliceTest {

    private static final String OWING = "2132072401";
    private static final String SENT_BACK = "2132072402";
    private static final String SILENT = "2132072403";
    private static final String CEASED = "2132072404";
    private static final Instant ON_THE_LAST_DAY = Instant.parse("2018-05-10T15:59:59Z");
    private static final Instant THE_DAY_AFTER = Instant.parse("2018-05-10T16:00:00Z");
    private static final Instant IN_SUMMER = Instant.parse("2018-06-21T01:00:00Z");
    private static final HikariDataSource DATABASE = Database.fresh();

    @BeforeAll
    static void schools_that_owe_a_plan_reports_and_what_they_have_promised() {
        try (QueryNode node = QueryNode.started(DATABASE)) {
            node.ledger().append(Given.aCampaignWith(
                    graded(OWING)
                            .ordered("r1", "2018-05-10").ordered("r2", "2018-05-10").reported("r2")
                            .summoned("m1").interviewed("m1").fulfilled("m1", 1).events(),
                    graded(SENT_BACK)
                            .ordered("r1", "2018-05-10").reported("r1").sentBack("r1", "2018-06-20")
                            .ordered("r2", "2018-05-10").reported("r2").verified("r2")
                            .summoned("m1").interviewed("m1").withdrawn("m1").events(),
                    List.of(Given.school(SILENT, "堆沟幼儿园")),
                    graded(CEASED).ordered("r1", "2018-04-30").events()));
            node.ledger().append(new SchoolClosed(
                    new SchoolCode(CEASED), new Reason("生源不足"), Instant.parse("2018-05-02T01:00:00Z")));
            node.caughtUp();
            assertThat(node.parked()).isEmpty();
        }
    }

    @AfterAll
    static void stop() {
        DATABASE.close();
    }

    @Test
    void an_order_is_overdue_from_the_day_after_by_the_calendar_of_the_campaigns_zone() {
        assertThat(told(ON_THE_LAST_DAY, null, People.office())).containsExactly(
                OWING + " COMMITMENT m1/2 2018-04-30 10",
                SILENT + " PLAN 2018-03-25 46");
        assertThat(told(THE_DAY_AFTER, null, People.office())).containsExactly(
                OWING + " RECTIFICATION r1 2018-05-10 1",
                OWING + " COMMITMENT m1/2 2018-04-30 11",
                SILENT + " PLAN 2018-03-25 47");
    }

    @Test
    void an_order_that_was_sent_back_is_due_by_its_new_date() {
        assertThat(told(IN_SUMMER, OverdueTask.RECTIFICATION, People.office())).containsExactly(
                OWING + " RECTIFICATION r1 2018-05-10 42",
                SENT_BACK + " RECTIFICATION r1 2018-06-20 1");
    }

    @Test
    void one_kind_of_task_is_asked_for_alone() {
        assertThat(told(IN_SUMMER, OverdueTask.PLAN, People.analyst())).containsExactly(SILENT + " PLAN 2018-03-25 88");
        assertThat(told(IN_SUMMER, OverdueTask.COMMITMENT, People.office()))
                .containsExactly(OWING + " COMMITMENT m1/2 2018-04-30 52");
    }

    @Test
    void a_plan_still_names_the_campaigns_date_and_nothing_else_does() {
        List<OverdueRow> rows = rows(THE_DAY_AFTER, null, People.office());

        assertThat(rows.getLast().planDeadline()).isEqualTo(LocalDate.parse("2018-03-25"));
        assertThat(rows.getFirst().planDeadline()).isNull();
        assertThat(rows.getFirst().schoolName().value()).isEqualTo("灌南县实验小学");
    }

    @Test
    void a_school_sees_what_it_owes_itself() {
        assertThat(told(THE_DAY_AFTER, null, People.school(OWING))).hasSize(2).allMatch(it -> it.startsWith(OWING));
        assertThat(told(THE_DAY_AFTER, null, People.school(SENT_BACK))).isEmpty();
    }

    @Test
    void pages_follow_each_other_within_a_school() {
        List<String> paged = new ArrayList<>();
        try (QueryNode reading = QueryNode.reading(DATABASE, IN_SUMMER)) {
            String cursor = null;
            do {
                Page<OverdueRow> page = body(reading.bean(CampaignReads.class)
                        .overdue(Given.CAMPAIGN, null, 1, cursor, People.office()));
                page.items().forEach(row -> paged.add(told(row)));
                cursor = page.nextCursor();
            } while (cursor != null);
        }
        assertThat(paged).hasSize(4).isEqualTo(told(IN_SUMMER, null, People.office()));
    }

    private static LongLife graded(String code) {
        return Story.of(Given.school(code, "灌南县实验小学"))
                .registered().plan(false).applied().drawn().opened().allScored().signed().graded().andThen();
    }

    private static List<String> told(Instant at, @Nullable OverdueTask what, Actor actor) {
        return rows(at, what, actor).stream().map(OverdueSliceTest::told).toList();
    }

    private static List<OverdueRow> rows(Instant at, @Nullable OverdueTask what, Actor actor) {
        try (QueryNode reading = QueryNode.reading(DATABASE, at)) {
            return body(reading.bean(CampaignReads.class).overdue(Given.CAMPAIGN, what, 50, null, actor)).items();
        }
    }

    private static String told(OverdueRow row) {
        String which = switch (row.what()) {
            case PLAN -> "";
            case RECTIFICATION -> row.orderId() + " ";
            case COMMITMENT -> row.measureId() + "/" + row.commitmentNo() + " ";
        };
        return "%s %s %s%s %d".formatted(row.schoolCode(), row.what(), which, row.dueOn(), row.daysOverdue());
    }
}
