package cn.dabiao.query;

import static cn.dabiao.query.fixture.Answered.body;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.zaxxer.hikari.HikariDataSource;

import cn.dabiao.api.assessment.AssessmentReads;
import cn.dabiao.api.assessment.HistoryEntry;
import cn.dabiao.api.campaign.CampaignReads;
import cn.dabiao.api.campaign.OverdueRow;
import cn.dabiao.api.school.SchoolReads;
import cn.dabiao.api.school.SchoolView;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Contact;
import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolEvent.SchoolClosed;
import cn.dabiao.domain.school.SchoolEvent.SchoolMerged;
import cn.dabiao.domain.school.SchoolEvent.SchoolUpdated;
import cn.dabiao.domain.school.SchoolFacts;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.school.SchoolStatus;
import cn.dabiao.domain.value.Count;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Phone;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.query.fixture.Database;
import cn.dabiao.query.fixture.Given;
import cn.dabiao.query.fixture.People;
import cn.dabiao.query.fixture.QueryNode;
import cn.dabiao.query.fixture.Story;

/** What is shown of schools that changed, were merged or closed. */
class SchoolLifeSliceTest {

    private static final SchoolCode RENAMED = new SchoolCode("2132072401");
    private static final SchoolCode MERGED = new SchoolCode("2132072402");
    private static final SchoolCode CLOSED = new SchoolCode("2132072403");
    private static final Instant LATER = Instant.parse("2019-07-01T01:00:00Z");
    private static final SchoolFacts BEFORE =
            Given.facts("灌南县实验小学", SchoolKind.PRIMARY, Ownership.PUBLIC, "新安镇");
    private static final SchoolFacts AFTER = new SchoolFacts(
            Given.facts("灌南县第一实验小学", SchoolKind.PRIMARY, Ownership.PUBLIC, "新安镇").name(),
            Ownership.PRIVATE,
            BEFORE.kind(),
            BEFORE.township(),
            new Count(2200),
            BEFORE.staff(),
            BEFORE.teachers(),
            new Contact(new PersonName("赵校长"), new Phone("13800000009")),
            BEFORE.vicePrincipal());
    private static final HikariDataSource DATABASE = Database.fresh();
    private static final QueryNode NODE = QueryNode.started(DATABASE);

    private final SchoolReads schools = NODE.bean(SchoolReads.class);

    @BeforeAll
    static void some_school_lives() {
        NODE.ledger()
                .append(Given.aCampaignWith(
                        Story.of(Given.school(MERGED.value(), "堆沟小学")).registered().plan(false).events(),
                        List.of(Given.school(RENAMED.value(), "灌南县实验小学"), Given.school(CLOSED.value(), "三口小学"))))
                .append(new SchoolUpdated(RENAMED, BEFORE, AFTER, new Reason("县编办批复"), LATER))
                .append(new SchoolMerged(MERGED, RENAMED, new Reason("布局调整"), LATER.plusSeconds(1)))
                .append(new SchoolClosed(CLOSED, new Reason("生源不足"), LATER.plusSeconds(2)));
        NODE.caughtUp();
        assertThat(NODE.parked()).isEmpty();
    }

    @AfterAll
    static void stop() {
        NODE.close();
        DATABASE.close();
    }

    @Test
    void a_changed_school_is_shown_as_it_is_now_with_its_new_version() {
        SchoolView renamed = body(schools.get(RENAMED, People.office()));

        assertThat(renamed.name()).isEqualTo(AFTER.name());
        assertThat(renamed.principal()).isEqualTo(AFTER.principal());
        assertThat(renamed.status()).isEqualTo(SchoolStatus.OPEN);
        assertThat(renamed.mergedInto()).isNull();
        assertThat(renamed.ceasedAt()).isNull();
        assertThat(renamed.registeredAt()).isEqualTo(Given.THEN);
        assertThat(schools.get(RENAMED, People.office()).getHeaders().getETag()).isEqualTo("\"2\"");
    }

    @Test
    void a_school_that_ceased_says_when_and_into_which() {
        SchoolView merged = body(schools.get(MERGED, People.office()));
        assertThat(merged.status()).isEqualTo(SchoolStatus.MERGED);
        assertThat(merged.mergedInto()).isEqualTo(RENAMED);
        assertThat(merged.ceasedAt()).isEqualTo(LATER.plusSeconds(1));
        SchoolView closed = body(schools.get(CLOSED, People.school(CLOSED.value())));
        assertThat(closed.status()).isEqualTo(SchoolStatus.CLOSED);
        assertThat(closed.mergedInto()).isNull();
        assertThat(closed.ceasedAt()).isEqualTo(LATER.plusSeconds(2));
    }

    @Test
    void schools_are_narrowed_by_whether_they_are_still_there() {
        assertThat(listed(SchoolStatus.OPEN)).containsExactly(RENAMED);
        assertThat(listed(SchoolStatus.MERGED)).containsExactly(MERGED);
        assertThat(listed(SchoolStatus.CLOSED)).containsExactly(CLOSED);
        assertThat(listed(null)).containsExactly(RENAMED, MERGED, CLOSED);
    }

    @Test
    void a_renamed_schools_history_tells_old_and_new_of_each_field() {
        assertThat(texts(RENAMED, People.office(), Locale.CHINESE).get(1)).isEqualTo("学校信息变更："
                + "校名由“灌南县实验小学”改为“灌南县第一实验小学”；办学性质由“公办”改为“民办”；学生数由“2100”改为“2200”；"
                + "校长由“陈校长”改为“赵校长”；校长电话由“13800000001”改为“13800000009”，原因：县编办批复");
        assertThat(texts(RENAMED, People.office(), Locale.ENGLISH).get(1))
                .startsWith("School changed: name from \"灌南县实验小学\" to \"灌南县第一实验小学\"; ownership from \"public\"")
                .endsWith(", reason: 县编办批复");
    }

    @Test
    void an_analyst_reads_that_persons_changed_and_not_who_they_are() {
        assertThat(texts(RENAMED, People.analyst(), Locale.CHINESE).get(1))
                .contains("校长已变更；校长电话已变更", "学生数由“2100”改为“2200”")
                .doesNotContain("陈校长", "赵校长", "13800000009");
    }

    @Test
    void a_merger_stands_in_the_histories_of_both_schools() {
        String merger = "学校2132072402并入学校2132072401，原因：布局调整";

        assertThat(texts(MERGED, People.school(MERGED.value()), Locale.CHINESE)).hasSize(3).last().isEqualTo(merger);
        assertThat(texts(RENAMED, People.school(RENAMED.value()), Locale.CHINESE)).hasSize(3).last().isEqualTo(merger);
        assertThat(texts(CLOSED, People.office(), Locale.CHINESE)).last().isEqualTo("学校撤销，原因：生源不足");
        HistoryEntry entry = history(RENAMED, People.office(), Locale.CHINESE).getLast();
        assertThat(entry.schoolCode()).isEqualTo(MERGED);
        assertThat(entry.reason()).isEqualTo("布局调整");
        assertThat(entry.at()).isEqualTo(LATER.plusSeconds(1));
    }

    @Test
    void an_assessment_of_a_school_that_ceased_stays_readable() {
        AssessmentReads assessments = NODE.bean(AssessmentReads.class);
        assertThat(body(assessments.history(
                        Story.idOf(MERGED.value()), null, null, null, null, 50, null, People.school(MERGED.value()),
                        Locale.CHINESE))
                .items()).hasSize(1);
    }

    @Test
    void a_school_that_ceased_is_overdue_with_nothing() {
        CampaignReads campaigns = NODE.bean(CampaignReads.class);
        assertThat(body(campaigns.overdue(Given.CAMPAIGN, null, 50, null, People.office())).items())
                .extracting(OverdueRow::schoolCode)
                .containsExactly(RENAMED);
    }

    private List<SchoolCode> listed(@Nullable SchoolStatus status) {
        return body(schools.list(null, null, null, status, null, 50, null, People.office())).items().stream()
                .map(SchoolView::schoolCode)
                .toList();
    }

    private List<HistoryEntry> history(SchoolCode school, Actor actor, Locale locale) {
        return body(schools.history(school, null, null, null, null, 50, null, actor, locale)).items();
    }

    private List<String> texts(SchoolCode school, Actor actor, Locale locale) {
        return history(school, actor, locale).stream().map(HistoryEntry::text).toList();
    }
}
