package cn.dabiao.query.analytics;

import static cn.dabiao.query.fixture.Answered.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.zaxxer.hikari.HikariDataSource;

import cn.dabiao.api.campaign.CampaignReads;
import cn.dabiao.api.campaign.RankingOrder;
import cn.dabiao.api.campaign.RankingRow;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.school.SchoolEvent.SchoolRegistered;
import cn.dabiao.query.fixture.Database;
import cn.dabiao.query.fixture.Given;
import cn.dabiao.query.fixture.People;
import cn.dabiao.query.fixture.QueryNode;
import cn.dabiao.query.fixture.Story;

/** What BI tools read: these columns and no others, the rows of the reader's bureau alone, and nothing else at all. */
class AnalyticsViewsTest {

    private static final String FIRST = "2132072401";
    private static final String SECOND = "2132072402";
    private static final String COLUMNS =
            """
            SELECT format('%s.%s %s', class.relname, attname, format_type(atttypid, atttypmod))
              FROM pg_attribute
              JOIN pg_class AS class ON class.oid = attrelid
             WHERE relnamespace = 'analytics'::regnamespace AND relkind = 'v' AND attnum > 0 AND NOT attisdropped
             ORDER BY class.relname, attnum
            """;
    private static final String UNDOCUMENTED =
            """
            SELECT format('%s.%s', class.relname, attname)
              FROM pg_class AS class
              JOIN pg_attribute ON attrelid = class.oid AND attnum > 0 AND NOT attisdropped
             WHERE relnamespace = 'analytics'::regnamespace AND relkind IN ('v', 'r')
               AND (coalesce(col_description(class.oid, attnum), '') !~ '[一-龥]'
                    OR coalesce(obj_description(class.oid, 'pg_class'), '') !~ '[一-龥]')
            """;

    private static final HikariDataSource DATABASE = Database.fresh();
    private static final QueryNode NODE = QueryNode.started(DATABASE);
    private static HikariDataSource analyst;
    private static JdbcClient reading;

    @BeforeAll
    static void a_county_with_two_schools_and_an_analyst() {
        SchoolRegistered first = Given.school(FIRST, "灌南县实验小学");
        NODE.ledger().append(Given.aCampaignWith(
                Story.of(first).registered().plan(false).applied().drawn().opened()
                        .scored("1.2", "2.5", "监控室面积8㎡").allScored().signed().graded().andThen()
                        .correctedByOffice("灌教安〔2018〕3号", "4.2", "1").determined().events(),
                Story.graded(Given.school(SECOND, "新安中学"), "2.1", "10"),
                List.of(Given.school("2132072403", "张店小学"))));
        NODE.caughtUp();
        JdbcClient owner = JdbcClient.create(DATABASE);
        owner.sql("DROP ROLE IF EXISTS bi_guannan").update();
        owner.sql("CREATE ROLE bi_guannan LOGIN IN ROLE dabiao_analyst").update();
        owner.sql("INSERT INTO analytics.reader (login, bureau) VALUES ('bi_guannan', '320724')").update();
        analyst = Database.as("bi_guannan", DATABASE);
        reading = JdbcClient.create(analyst);
    }

    @AfterAll
    static void stop() {
        analyst.close();
        NODE.close();
        JdbcClient.create(DATABASE).sql("DROP ROLE bi_guannan").update();
        DATABASE.close();
    }

    @Test
    void the_columns_are_those_that_are_promised() throws IOException {
        List<String> columns = reading.sql(COLUMNS).query(String.class).list();

        try (InputStream promised = getClass().getResourceAsStream("/analytics-columns.txt")) {
            String text = new String(Objects.requireNonNull(promised).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(columns).isEqualTo(text.lines().toList());
        }
    }

    @Test
    void every_view_and_every_column_is_explained_in_chinese() {
        assertThat(reading.sql(UNDOCUMENTED).query(String.class).list()).isEmpty();
    }

    @Test
    void an_analyst_reads_the_figures_of_the_bureau() {
        assertThat(lines("SELECT school_code || ' ' || status || ' ' || students FROM analytics.schools ORDER BY 1"))
                .containsExactly("2132072401 OPEN 2100", "2132072402 OPEN 2100", "2132072403 OPEN 2100");
        assertThat(lines("SELECT concat_ws(' ', school_code, phase, total, grade, standard_id, ineligible_because)"
                        + " FROM analytics.assessments ORDER BY 1"))
                .containsExactly(
                        "2132072401 GRADED 96.5 NOT_ATTAINED guannan-2018 {NOT_ATTAINED}",
                        "2132072402 GRADED 90 LEVEL_1 guannan-2018 {}");
        assertThat(lines("SELECT concat_ws(' ', school_code, category, item_no, points, score, deducted, graded, round)"
                        + " FROM analytics.item_scores WHERE deducted > 0 ORDER BY 1"))
                .containsExactly(
                        "2132072401 HARDWARE 1 10 7.5 2.5 t 1",
                        "2132072401 HARDWARE 4 5 4.0 1.0 t 1",
                        "2132072402 HARDWARE 2 10 0.0 10.0 t 1");
        assertThat(lines("SELECT count(*) || ' ' || sum(score) FROM analytics.item_scores"))
                .containsExactly("30 186.5");
        assertThat(lines("SELECT concat_ws(' ', campaign_id, item_no, score_before, score_after, reason, authority)"
                        + " FROM analytics.score_changes WHERE event_type = 'assessment.ScoreCorrected'"))
                .containsExactly("guannan-2018 4 5 4 登记有误 灌教安〔2018〕3号");
        assertThat(lines("SELECT count(*)::text FROM analytics.score_changes")).containsExactly("31");
        assertThat(lines("SELECT count(*)::text FROM analytics.events"))
                .containsExactly(Long.toString(NODE.head() + 1));
    }

    @Test
    void the_ranking_is_that_of_the_product() {
        List<RankingRow> ranked = body(NODE.bean(CampaignReads.class).ranking(
                        Given.CAMPAIGN, new RankingOrder("total"), null, null, null, null, null, null, 50, null,
                        People.with(Role.AUDITOR)))
                .items();

        assertThat(lines("SELECT concat_ws(' ', place, place_in_kind, school_code, grade, determined, total)"
                        + " FROM analytics.ranking ORDER BY place, school_code"))
                .isEqualTo(ranked.stream()
                        .map(row -> "%d %d %s %s %s %s".formatted(
                                row.rank(), row.rankInKind(), row.schoolCode(), row.grade(),
                                row.determined() ? "t" : "f", row.total()))
                        .toList())
                .hasSize(2);
    }

    @Test
    void no_person_is_in_any_of_it() {
        for (String view : List.of("schools", "assessments", "item_scores", "score_changes", "ranking", "events")) {
            String all = String.join("\n", lines("SELECT row::text FROM analytics." + view + " AS row"));
            assertThat(all).as(view).isNotEmpty().doesNotContain(
                    "陈校长", "刘副校长", "13800000001", "孙组长", "赵盖章", "钱局长", "周达华", "李明", "王芳", "张伟");
        }
        assertThat(reading.sql("SELECT count(*) FROM analytics.events WHERE payload ->> 'total' = '96.5'")
                        .query(BigDecimal.class).single())
                .as("figures are").isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "SELECT 1 FROM view.school", "SELECT 1 FROM view.statistics", "SELECT 1 FROM view.history",
        "SELECT 1 FROM ledger.event", "SELECT 1 FROM analytics.reader", "DELETE FROM analytics.schools",
        "INSERT INTO analytics.reader VALUES ('bi_guannan', '320723')", "SELECT analytics.define()",
        "CREATE TABLE analytics.mine (a integer)", "SET ROLE dabiao_query"
    })
    void an_analyst_can_do_nothing_else(String sql) {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> reading.sql(sql).update())
                .extracting(refused -> ((SQLException) Objects.requireNonNull(refused.getRootCause())).getSQLState())
                .isEqualTo("42501");
    }

    @Test
    void a_bureau_sees_its_own_rows_and_who_has_none_sees_nothing() {
        JdbcClient owner = JdbcClient.create(DATABASE);
        owner.sql("UPDATE analytics.reader SET bureau = '320723'").update();
        try {
            for (String view : List.of("schools", "assessments", "item_scores", "score_changes", "ranking", "events")) {
                assertThat(lines("SELECT 'row' FROM analytics." + view)).as(view).isEmpty();
            }
        } finally {
            owner.sql("UPDATE analytics.reader SET bureau = '320724'").update();
        }
    }

    @Test
    void views_follow_when_another_table_takes_the_place_of_one() {
        JdbcClient owner = JdbcClient.create(DATABASE);
        owner.sql("CREATE TABLE view.other (LIKE view.ranking INCLUDING ALL)").update();
        owner.sql("ALTER TABLE view.ranking RENAME TO before").update();
        owner.sql("ALTER TABLE view.other RENAME TO ranking").update();
        try {
            assertThat(lines("SELECT school_code FROM analytics.ranking")).as("still the old one").hasSize(2);
            owner.sql("SELECT analytics.define()").query(Object.class).optional();
            assertThat(lines("SELECT school_code FROM analytics.ranking")).as("the new one").isEmpty();
        } finally {
            owner.sql("ALTER TABLE view.ranking RENAME TO other").update();
            owner.sql("ALTER TABLE view.before RENAME TO ranking").update();
            owner.sql("SELECT analytics.define()").query(Object.class).optional();
            owner.sql("DROP TABLE view.other").update();
        }
        assertThat(lines("SELECT school_code FROM analytics.ranking")).hasSize(2);
    }

    private static List<String> lines(String sql) {
        return reading.sql(sql).query(String.class).list();
    }
}
