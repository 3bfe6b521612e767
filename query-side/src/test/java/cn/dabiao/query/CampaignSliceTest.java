package cn.dabiao.query;

import static cn.dabiao.query.fixture.Answered.body;
import static cn.dabiao.query.fixture.Answered.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.zaxxer.hikari.HikariDataSource;

import cn.dabiao.api.Page;
import cn.dabiao.api.assessment.HistoryEntry;
import cn.dabiao.api.campaign.CampaignReads;
import cn.dabiao.api.campaign.CampaignView;
import cn.dabiao.api.campaign.CampaignView.DeadlineExtension;
import cn.dabiao.api.campaign.CampaignView.LeadingGroupChange;
import cn.dabiao.api.campaign.OverdueRow;
import cn.dabiao.domain.campaign.CampaignEvent.CampaignClosed;
import cn.dabiao.domain.campaign.CampaignEvent.GradesPublished;
import cn.dabiao.domain.campaign.CampaignEvent.LeadingGroupChanged;
import cn.dabiao.domain.campaign.CampaignEvent.PlanDeadlineExtended;
import cn.dabiao.domain.campaign.CampaignEvent.PlansOverdue;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.campaign.OpenAssessment;
import cn.dabiao.domain.campaign.OpenEnd;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.GroupMember;
import cn.dabiao.domain.people.GroupRole;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.value.Opinion;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.query.fixture.Database;
import cn.dabiao.query.fixture.Given;
import cn.dabiao.query.fixture.People;
import cn.dabiao.query.fixture.QueryNode;

class CampaignSliceTest {

    private static final SchoolCode SILENT = new SchoolCode("2132072401");
    private static final LocalDate MARCH = LocalDate.parse("2018-03-25");
    private static final LocalDate APRIL = LocalDate.parse("2018-04-05");
    private static final Instant AT = Instant.parse("2018-03-20T01:00:00Z");
    private static final List<GroupMember> FIRST = List.of(new GroupMember(new PersonName("周达华"), GroupRole.HEAD));
    private static final List<GroupMember> SECOND = List.of(
            new GroupMember(new PersonName("陈能林"), GroupRole.HEAD),
            new GroupMember(new PersonName("金星"), GroupRole.MEMBER));
    private static final Reason MOVED = new Reason("周达华同志调任");
    private static final Reason ROADWORKS = new Reason("网络改造未完工");
    private static final Reason GONE = new Reason("该校已停办");
    private static final HikariDataSource DATABASE = Database.fresh();
    private static final QueryNode NODE = QueryNode.started(DATABASE);
    private static final CampaignReads CAMPAIGNS = NODE.bean(CampaignReads.class);

    @BeforeAll
    static void a_campaign_that_was_changed_published_and_closed() {
        NODE.ledger()
                .append(Given.aCampaign())
                .append(Given.school(SILENT.value(), "灌南县实验小学"))
                .append(
                        new LeadingGroupChanged(Given.CAMPAIGN, FIRST, SECOND, MOVED, AT),
                        new PlanDeadlineExtended(Given.CAMPAIGN, MARCH, APRIL, ROADWORKS, AT.plusSeconds(1)));
        NODE.caughtUp();
        // In another batch: what is told of the campaign rests on rows that are stored by then.
        NODE.ledger().append(
                new PlansOverdue(Given.CAMPAIGN, APRIL, List.of(SILENT), AT.plusSeconds(2)),
                new GradesPublished(Given.CAMPAIGN, 1, List.of(), new Opinion("公示七日"), AT.plusSeconds(3)),
                new CampaignClosed(
                        Given.CAMPAIGN,
                        GONE,
                        List.of(new OpenAssessment(SILENT, OpenEnd.NOT_GRADED)),
                        AT.plusSeconds(4)));
        NODE.caughtUp();
        assertThat(NODE.parked()).isEmpty();
    }

    @AfterAll
    static void stop() {
        NODE.close();
        DATABASE.close();
    }

    @Test
    void a_campaign_is_shown_as_it_is_with_what_was_changed_in_it() {
        var answer = CAMPAIGNS.get(Given.CAMPAIGN, People.office());
        CampaignView view = body(answer);

        assertThat(view.leadingGroup()).isEqualTo(SECOND);
        assertThat(view.leadingGroupChanges()).containsExactly(new LeadingGroupChange(FIRST, SECOND, MOVED, AT));
        assertThat(view.planDeadline()).isEqualTo(APRIL);
        assertThat(view.deadlineExtensions())
                .containsExactly(new DeadlineExtension(MARCH, APRIL, ROADWORKS, AT.plusSeconds(1)));
        assertThat(view.lastPublication()).isEqualTo(1);
        assertThat(view.openedAt()).isEqualTo(Given.THEN);
        assertThat(view.closedAt()).isEqualTo(AT.plusSeconds(4));
        assertThat(view.closingReason()).isEqualTo(GONE);
        assertThat(view.version()).isEqualTo(6);
        assertThat(answer.getHeaders().getETag()).isEqualTo("\"6\"");
    }

    @Test
    void an_analyst_sees_when_a_leading_group_changed_and_nobody_in_it() {
        assertThat(body(CAMPAIGNS.get(Given.CAMPAIGN, People.analyst())).leadingGroupChanges())
                .containsExactly(new LeadingGroupChange(List.of(), List.of(), null, AT));
        assertThat(texts(history(People.analyst(), Locale.CHINESE)).toString())
                .contains("调整领导小组").doesNotContain("周达华", "陈能林");
        assertThat(history(People.analyst(), Locale.CHINESE).get(1).reason()).isNull();
    }

    @Test
    void plans_are_overdue_by_the_date_as_it_is_now() {
        assertThat(body(CAMPAIGNS.overdue(Given.CAMPAIGN, null, 50, null, People.office())).items())
                .extracting(OverdueRow::planDeadline)
                .containsExactly(APRIL);
    }

    @Test
    void the_history_of_a_campaign_tells_its_life_in_both_languages() {
        assertThat(texts(history(People.office(), Locale.CHINESE))).containsExactly(
                "开展《校园安全达标创建》，考评标准guannan-2018，方案报送截止2018-03-25，申诉期15日，领导小组：周达华（组长）",
                "调整领导小组，原为：周达华（组长）；现为：陈能林（组长）、金星（成员），原因：周达华同志调任",
                "方案报送截止日期由2018-03-25延至2018-04-05，原因：网络改造未完工",
                "报送期限届满，系统自动登记：截至2018-04-05，1所学校未报送方案：2132072401",
                "第1次公布考评结果，共0所学校，说明：公示七日",
                "活动结束，1所学校的考评尚未结束，原因：该校已停办");
        assertThat(texts(history(People.office(), Locale.ENGLISH)))
                .contains("Leading group changed from 周达华 (head) to 陈能林 (head), 金星 (member), reason: 周达华同志调任")
                .hasSize(6)
                .noneMatch(text -> text.matches(".*\\{\\w+}.*"));
    }

    @Test
    void an_entry_of_a_campaigns_history_is_of_no_school_and_says_who_and_why() {
        HistoryEntry closed = history(People.office(), Locale.CHINESE).getLast();

        assertThat(closed.type()).isEqualTo("campaign.CampaignClosed");
        assertThat(closed.schoolCode()).isNull();
        assertThat(closed.assessmentId()).isNull();
        assertThat(closed.actor()).isEqualTo("office");
        assertThat(closed.reason()).isEqualTo("该校已停办");
        assertThat(closed.at()).isEqualTo(AT.plusSeconds(4));
    }

    @Test
    void the_history_of_a_campaign_is_paged_and_its_bureaus_alone() {
        List<String> types = new ArrayList<>();
        String cursor = null;
        do {
            Page<HistoryEntry> page =
                    body(CAMPAIGNS.history(
                            Given.CAMPAIGN, null, null, null, 4, cursor, People.office(), Locale.CHINESE));
            page.items().forEach(entry -> types.add(entry.type()));
            cursor = page.nextCursor();
        } while (cursor != null);

        assertThat(types).hasSize(6).doesNotHaveDuplicates().allMatch(type -> type.startsWith("campaign."));
        assertThat(refusal(() -> history(People.officeElsewhere(), Locale.CHINESE)))
                .isEqualTo(new Refusal.AnotherBureau(Thing.CAMPAIGN, Given.CAMPAIGN.value()));
        assertThat(refusal(() -> CAMPAIGNS.history(
                        new CampaignId("nowhere"), null, null, null, 50, null, People.office(), Locale.CHINESE)))
                .isEqualTo(new Refusal.NotFound(Thing.CAMPAIGN, "nowhere"));
    }

    private static List<HistoryEntry> history(Actor actor, Locale locale) {
        return body(CAMPAIGNS.history(Given.CAMPAIGN, null, null, null, 50, null, actor, locale)).items();
    }

    private static List<String> texts(List<HistoryEntry> entries) {
        return entries.stream().map(HistoryEntry::text).toList();
    }
}
