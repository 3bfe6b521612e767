package cn.dabiao.query;

import static cn.dabiao.query.fixture.Answered.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.zaxxer.hikari.HikariDataSource;

import cn.dabiao.api.feed.FeedEntry;
import cn.dabiao.api.feed.FeedPage;
import cn.dabiao.api.feed.FeedReads;
import cn.dabiao.api.problem.InvalidRequestException;
import cn.dabiao.domain.assessment.ByteCount;
import cn.dabiao.domain.campaign.CampaignEvent.LeadingGroupChanged;
import cn.dabiao.domain.campaign.CampaignEvent.PlansOverdue;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.evidence.EvidenceEvent.EvidenceStored;
import cn.dabiao.domain.evidence.MediaType;
import cn.dabiao.domain.inspector.RecusalOutcome;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.GroupMember;
import cn.dabiao.domain.people.GroupRole;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolEvent.SchoolMerged;
import cn.dabiao.domain.school.SchoolEvent.SchoolRegistered;
import cn.dabiao.domain.value.FileName;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.domain.value.Sha256;
import cn.dabiao.json.DomainJson;
import cn.dabiao.query.fixture.Database;
import cn.dabiao.query.fixture.Given;
import cn.dabiao.query.fixture.People;
import cn.dabiao.query.fixture.QueryNode;
import cn.dabiao.query.fixture.Story;

class FeedSliceTest {

    private static final String SCHOOL = "2132072401";
    private static final String OTHER = "2132072402";
    private static final String MERGED = "2132072403";
    private static final String ELSEWHERE = "2132072301";
    private static final HikariDataSource DATABASE = Database.fresh();
    private static final QueryNode NODE = QueryNode.started(DATABASE);
    private static final FeedReads FEED = NODE.bean(FeedReads.class);

    private static List<Raw> raw = List.of();

    @BeforeAll
    static void a_county_and_its_neighbour() {
        Instant at = Given.THEN;
        NODE.ledger()
                .append(Given.aCampaignWith(
                        Story.of(Given.school(SCHOOL, "灌南县实验小学"))
                                .registered().plan(false).applied().drawn().opened()
                                .scored("1.2", "2", "监控室面积8㎡").replaced().allScored().events(),
                        Story.graded(Given.school(OTHER, "堆沟小学"))))
                .append(new SchoolRegistered(
                        new SchoolCode(ELSEWHERE), People.ELSEWHERE, Given.school(SCHOOL, "东海小学").facts(), at))
                .append(Given.recusals(SCHOOL, OTHER, RecusalOutcome.UPHELD))
                .append(Given.school(MERGED, "新安小学"))
                .append(new SchoolMerged(new SchoolCode(MERGED), new SchoolCode(SCHOOL), new Reason("撤并"), at))
                .append(new EvidenceStored(
                        Story.idOf(SCHOOL), new Sha256("cd".repeat(32)), new FileName("a.jpg"),
                        new MediaType("image/jpeg"), new ByteCount(9), null, null, at))
                .append(
                        new LeadingGroupChanged(
                                Given.CAMPAIGN,
                                List.of(new GroupMember(new PersonName("周达华"), GroupRole.HEAD)),
                                List.of(new GroupMember(new PersonName("陈能林"), GroupRole.HEAD)),
                                new Reason("周达华同志调任"),
                                at),
                        new PlansOverdue(Given.CAMPAIGN, LocalDate.parse("2018-03-25"), List.of(), at));
        NODE.caughtUp();
        assertThat(NODE.parked()).isEmpty();
        raw = NODE.jdbc()
                .sql("SELECT position, stream_id, event_type, convert_from(payload, 'UTF8') AS payload FROM ledger.event ORDER BY position")
                .query((row, _) -> new Raw(
                        row.getLong("position"),
                        row.getString("stream_id"),
                        row.getString("event_type"),
                        row.getString("payload")))
                .list();
    }

    @AfterAll
    static void stop() {
        NODE.close();
        DATABASE.close();
    }

    @Test
    void office_leader_auditor_and_analyst_see_every_event_of_their_bureau() {
        for (Role role : List.of(Role.OFFICE, Role.LEADER, Role.AUDITOR, Role.ANALYST)) {
            assertThat(positions(read(People.with(role), 7))).isEqualTo(positionsOf(it -> !it.isElsewhere()));
        }
        assertThat(positions(read(People.officeElsewhere(), 7))).isEqualTo(positionsOf(Raw::isElsewhere)).hasSize(1);
    }

    @Test
    void a_school_sees_what_concerns_itself_and_its_assessments_and_what_is_everybodys() {
        List<Long> seen = positions(read(People.school(SCHOOL), 7));
        assertThat(seen).isEqualTo(positionsOf(it -> it.isOpen() || it.isOf(SCHOOL)));
        assertThat(types(read(People.school(SCHOOL), 50)))
                .contains("school.SchoolMerged", "evidence.EvidenceStored", "inspector.RecusalDeclared",
                        "campaign.CampaignOpened", "standard.StandardPublished", "assessment.ItemScored")
                .doesNotContain("campaign.PlansOverdue", "inspector.InspectorRegistered", "assessment.GradeAssigned");
        assertThat(read(People.school(OTHER), 50)).extracting(FeedEntry::schoolCode)
                .filteredOn(code -> code != null)
                .containsOnly(new SchoolCode(OTHER));
    }

    @Test
    void an_inspector_sees_the_assessments_it_may_read_now() {
        assertThat(positions(read(People.inspector("i-01"), 7)))
                .isEqualTo(positionsOf(it -> it.isOpen() || it.isOfAssessment(SCHOOL) || it.isOfAssessment(OTHER)));
        // Replaced in one, and inspects in the other.
        assertThat(positions(read(People.inspector("i-02"), 7)))
                .isEqualTo(positionsOf(it -> it.isOpen() || it.isOfAssessment(OTHER)));
        assertThat(positions(read(People.inspector("i-03"), 7)))
                .isEqualTo(positionsOf(it -> it.isOpen() || it.isOfAssessment(SCHOOL)));
    }

    @Test
    void an_analyst_is_shown_no_person_and_office_every_word() {
        assertThat(read(People.analyst(), 500)).allSatisfy(entry -> {
            assertThat(entry.actor()).isNull();
            assertThat(entry.data())
                    .doesNotContain("陈校长", "刘副校长", "13800000001", "孙组长", "赵盖章", "钱局长", "周达华", "李明", "配偶任教", "王芳因病住院");
        });
        List<FeedEntry> whole = read(People.office(), 500);
        assertThat(whole).allSatisfy(entry -> {
            assertThat(entry.actor()).isEqualTo("office");
            Raw stored = raw.get(Math.toIntExact(entry.position()));
            assertThat(entry.type()).isEqualTo(stored.type());
            assertThat(DomainJson.mapper().readTree(entry.data()))
                    .isEqualTo(DomainJson.mapper().readTree(stored.payload()));
        });
    }

    @Test
    void an_entry_says_what_it_is_about_and_how_it_is_proved() {
        FeedEntry scored = read(People.office(), 500).stream()
                .filter(entry -> entry.type().equals("assessment.ItemScored"))
                .findFirst()
                .orElseThrow();
        assertThat(scored.assessmentId()).isEqualTo(Story.idOf(SCHOOL));
        assertThat(scored.campaignId()).isEqualTo(Given.CAMPAIGN);
        assertThat(scored.schoolCode()).isEqualTo(new SchoolCode(SCHOOL));
        assertThat(scored.revision()).isEqualTo(1);
        assertThat(scored.leafHash()).isEqualTo(NODE.jdbc()
                .sql("SELECT encode(leaf_hash, 'base64') FROM ledger.event WHERE position = :position")
                .param("position", scored.position())
                .query(String.class)
                .single());
    }

    @Test
    void filters_leave_what_they_name_and_say_how_far_they_looked() {
        FeedPage scores = page(-1, List.of("assessment.ItemScored"), null, new SchoolCode(OTHER), 500, People.office());
        assertThat(scores.items()).hasSize(15).allMatch(entry -> new SchoolCode(OTHER).equals(entry.schoolCode()));
        assertThat(scores.next()).isEqualTo(NODE.head());
        assertThat(page(-1, List.of(), Given.CAMPAIGN, null, 500, People.office()).items())
                .extracting(FeedEntry::campaignId).containsOnly(Given.CAMPAIGN);
        FeedPage nothing = page(-1, List.of(), new CampaignId("another"), null, 500, People.office());
        assertThat(nothing.items()).isEmpty();
        assertThat(nothing.next()).isEqualTo(NODE.head());
        assertThat(page(-1, List.of(), null, new SchoolCode(OTHER), 500, People.school(SCHOOL)).items()).isEmpty();
    }

    @Test
    void whoever_was_shown_more_elsewhere_waits_where_they_are() {
        FeedPage page = page(NODE.head() + 100, List.of(), null, null, 50, People.office());
        assertThat(page.items()).isEmpty();
        assertThat(page.next()).isEqualTo(NODE.head() + 100);
        assertThat(page.position()).isEqualTo(NODE.head());
    }

    @Test
    void a_kind_of_event_that_does_not_exist_is_refused() {
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> page(-1, List.of("assessment.ItemScorred"), null, null, 50, People.office()));
    }

    /** Every page until nothing is left to look through. */
    private static List<FeedEntry> read(Actor actor, int limit) {
        List<FeedEntry> all = new ArrayList<>();
        long after = -1;
        while (true) {
            FeedPage page = page(after, List.of(), null, null, limit, actor);
            all.addAll(page.items());
            if (page.next() >= page.position()) {
                return all;
            }
            assertThat(page.next()).isGreaterThan(after);
            after = page.next();
        }
    }

    private static FeedPage page(
            long after,
            List<String> types,
            @Nullable CampaignId campaign,
            @Nullable SchoolCode school,
            int limit,
            Actor actor) {
        return body(FEED.page(after, types, campaign, school, limit, actor));
    }

    private static List<Long> positions(List<FeedEntry> entries) {
        return entries.stream().map(FeedEntry::position).toList();
    }

    private static List<String> types(List<FeedEntry> entries) {
        return entries.stream().map(FeedEntry::type).toList();
    }

    private static List<Long> positionsOf(Predicate<Raw> seen) {
        return raw.stream().filter(seen).map(Raw::position).toList();
    }

    /** An event as it is stored, judged by its bytes alone. */
    private record Raw(long position, String stream, String type, String payload) {

        boolean isElsewhere() {
            return stream.equals("school:" + ELSEWHERE);
        }

        boolean isOpen() {
            return stream.startsWith("standard:")
                    || (stream.startsWith("campaign:") && !type.equals("campaign.PlansOverdue") && !type.equals("campaign.CampaignClosed"));
        }

        boolean isOfAssessment(String school) {
            return (stream.startsWith("assessment:") || stream.startsWith("evidence:")) && stream.endsWith(":" + school);
        }

        boolean isOf(String school) {
            return isOfAssessment(school)
                    || stream.equals("school:" + school)
                    || payload.contains("\"into\":\"" + school)
                    || (type.startsWith("inspector.Recusal") && payload.contains("\"schoolCode\":\"" + school));
        }
    }
}
