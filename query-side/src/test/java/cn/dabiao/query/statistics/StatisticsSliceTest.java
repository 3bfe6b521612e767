package cn.dabiao.query.statistics;

import static cn.dabiao.query.fixture.Answered.body;
import static cn.dabiao.query.fixture.Answered.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.zaxxer.hikari.HikariDataSource;

import cn.dabiao.api.problem.InvalidRequestException;
import cn.dabiao.api.statistics.CampaignStatistics;
import cn.dabiao.api.statistics.CampaignStatistics.StatisticsGroup;
import cn.dabiao.api.statistics.StatisticsBy;
import cn.dabiao.api.statistics.StatisticsReads;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolFacts;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.value.Township;
import cn.dabiao.query.fixture.Database;
import cn.dabiao.query.fixture.Given;
import cn.dabiao.query.fixture.People;
import cn.dabiao.query.fixture.QueryNode;

/** The figures of a county of 80 schools, against a count of its events by other means. */
class StatisticsSliceTest {

    private static final LocalDate TODAY = LocalDate.parse("2018-06-01");
    private static final Instant NOW = Instant.parse("2018-06-01T03:00:00Z");
    private static final List<Object> EVENTS = new RandomCounty(20_180_309).events(80);
    private static final Recount RECOUNT = new Recount(EVENTS, TODAY);
    private static final HikariDataSource DATABASE = Database.fresh();
    private static final QueryNode WRITING = QueryNode.started(DATABASE);
    private static final QueryNode NODE = QueryNode.reading(DATABASE, NOW);
    private static final StatisticsReads STATISTICS = NODE.bean(StatisticsReads.class);

    @BeforeAll
    static void a_county() {
        WRITING.ledger().append(EVENTS);
        WRITING.caughtUp();
        assertThat(WRITING.parked()).isEmpty();
    }

    @AfterAll
    static void stop() {
        NODE.close();
        WRITING.close();
        DATABASE.close();
    }

    @Test
    void every_figure_is_that_of_an_independent_count() {
        CampaignStatistics told = asked(null, null, null, null);

        List<String> counted = RECOUNT.of(_ -> true);
        assertThat(Recount.told(told.overall())).isEqualTo(counted).hasSizeGreaterThan(40);
        assertThat(counted.getFirst()).as("something of everything").doesNotContain(" 0 ");
        assertThat(told.groups()).isEmpty();
        assertThat(told.judgedOn()).isEqualTo(TODAY);
        assertThat(told.publicationNo()).isNull();
        assertThat(told.position()).isEqualTo(EVENTS.size() - 1);
    }

    @Test
    void filters_leave_the_schools_that_declared_themselves_so() {
        assertThat(Recount.told(asked(null, "新安镇", null, null).overall()))
                .isEqualTo(RECOUNT.of(it -> it.township().value().equals("新安镇")));
        assertThat(Recount.told(asked(null, "三口镇", SchoolKind.NINE_YEAR, Ownership.PRIVATE).overall()))
                .isEqualTo(RECOUNT.of(it -> it.township().value().equals("三口镇")));
        assertThat(Recount.told(asked(null, null, SchoolKind.PRIMARY, Ownership.PUBLIC).overall()))
                .isEqualTo(RECOUNT.of(it -> it.kind() == SchoolKind.PRIMARY && it.ownership() == Ownership.PUBLIC));
        assertThat(asked(null, "无此镇", null, null).overall().progress().schools()).isZero();
    }

    @Test
    void groups_are_the_combinations_that_occur_with_what_is_asked_for() {
        List<StatisticsGroup> groups =
                asked("township,kind,ownership,category,item,checkpoint", null, null, null).groups();

        assertThat(groups).hasSizeGreaterThan(10).allSatisfy(group -> assertThat(Recount.told(group.figures()))
                .isEqualTo(RECOUNT.of(same(group))));
        assertThat(groups.stream().mapToInt(it -> it.figures().progress().schools()).sum())
                .isEqualTo(asked(null, null, null, null).overall().progress().schools());
        assertThat(asked("ownership", null, null, null).groups())
                .extracting(StatisticsGroup::ownership).containsExactly(Ownership.PUBLIC, Ownership.PRIVATE);
        assertThat(asked("item,kind", null, null, null).groups()).allSatisfy(group -> {
            assertThat(group.township()).isNull();
            assertThat(group.figures().items()).hasSize(15);
            assertThat(group.figures().categories()).isNull();
            assertThat(group.figures().checkpoints()).isNull();
        });
        assertThat(asked("category,checkpoint", null, null, null).groups()).isEmpty();
    }

    @Test
    void a_past_moment_is_counted_as_it_was_then() {
        long last = EVENTS.size() - 1L;
        LocalDate recorded = LocalDate.ofInstant(Instant.now(), ZoneId.of("Asia/Shanghai"));
        Random random = new Random(7);
        for (int i = 0; i < 40; i++) {
            long position = i == 0 ? last : 1 + random.nextLong(last);
            CampaignStatistics then = body(STATISTICS.statistics(
                    Given.CAMPAIGN, new StatisticsBy("kind"), null, null, null, null, position, People.office()));

            Recount recount = new Recount(EVENTS.subList(0, Math.toIntExact(position) + 1), recorded);
            assertThat(Recount.told(then.overall())).as("at %d", position).isEqualTo(recount.of(_ -> true));
            assertThat(then.position()).isEqualTo(position);
        }
        assertThat(refusal(() -> STATISTICS.statistics(
                        Given.CAMPAIGN, null, null, null, null, null, 0L, People.office())))
                .isEqualTo(new Refusal.NotFound(Thing.CAMPAIGN, Given.CAMPAIGN.value()));
        assertThat(refusal(() -> STATISTICS.statistics(
                        Given.CAMPAIGN, null, null, null, null, NOW, null, People.office())))
                .as("an instant before everything was recorded")
                .isEqualTo(new Refusal.NotFound(Thing.CAMPAIGN, Given.CAMPAIGN.value()));
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"OFFICE", "LEADER", "AUDITOR", "ANALYST"})
    void who_sees_all_of_the_bureau_sees_its_figures(Role role) {
        assertThat(body(STATISTICS.statistics(
                        Given.CAMPAIGN, null, null, null, null, null, null, People.with(role))))
                .isEqualTo(asked(null, null, null, null));
    }

    @Test
    void nobody_sees_another_bureaus_figures_nor_those_of_nothing() {
        assertThat(refusal(() -> STATISTICS.statistics(
                        Given.CAMPAIGN, null, null, null, null, null, null, People.officeElsewhere())))
                .isEqualTo(new Refusal.AnotherBureau(Thing.CAMPAIGN, Given.CAMPAIGN.value()));
        assertThat(refusal(() -> STATISTICS.statistics(
                        Given.CAMPAIGN, null, null, null, null, null, 5L, People.officeElsewhere())))
                .isEqualTo(new Refusal.AnotherBureau(Thing.CAMPAIGN, Given.CAMPAIGN.value()));
        assertThat(refusal(() -> STATISTICS.statistics(
                        new CampaignId("nowhere"), null, null, null, null, null, null, People.office())))
                .isEqualTo(new Refusal.NotFound(Thing.CAMPAIGN, "nowhere"));
        assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(() -> STATISTICS.statistics(
                Given.CAMPAIGN, null, null, null, null, null, (long) EVENTS.size(), People.office()));
    }

    private static CampaignStatistics asked(
            @Nullable String by, @Nullable String township, @Nullable SchoolKind kind, @Nullable Ownership ownership) {
        return body(STATISTICS.statistics(
                Given.CAMPAIGN,
                by == null ? null : new StatisticsBy(by),
                township == null ? null : new Township(township),
                kind,
                ownership,
                null,
                null,
                People.office()));
    }

    private static Predicate<SchoolFacts> same(StatisticsGroup group) {
        return it -> it.township().equals(group.township())
                && it.kind() == group.kind()
                && it.ownership() == group.ownership();
    }
}
