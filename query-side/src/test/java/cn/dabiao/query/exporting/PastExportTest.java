package cn.dabiao.query.exporting;

import static cn.dabiao.query.fixture.Answered.body;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import com.zaxxer.hikari.HikariDataSource;

import cn.dabiao.api.campaign.CampaignReads;
import cn.dabiao.api.campaign.RankingOrder;
import cn.dabiao.api.campaign.RankingRow;
import cn.dabiao.api.export.ExportFormat;
import cn.dabiao.api.export.ListOperation;
import cn.dabiao.person.Persons;
import cn.dabiao.query.exporting.Export.From;
import cn.dabiao.query.fixture.CountedStatements;
import cn.dabiao.query.fixture.CountedStatements.Noted;
import cn.dabiao.query.fixture.Database;
import cn.dabiao.query.fixture.Given;
import cn.dabiao.query.fixture.People;
import cn.dabiao.query.fixture.QueryNode;
import cn.dabiao.query.fixture.Story;
import cn.dabiao.query.reading.Reads;

/** A past ranking as a table: folded once, on one connection and no other. */
class PastExportTest {

    private static final HikariDataSource DATABASE = Database.fresh();
    private static final CountedStatements COUNTED = new CountedStatements(DATABASE);
    private static final QueryNode NODE = QueryNode.stopped(COUNTED);

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/campaigns/c/ranking");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @BeforeAll
    static void twelve_graded_schools() {
        try (QueryNode writing = QueryNode.started(DATABASE)) {
            writing.ledger().append(Given.aCampaign());
            IntStream.range(10, 22).forEach(no -> writing.ledger().append(
                    Story.graded(Given.school("21320724" + no, "小学" + no), "1.2", Integer.toString(no % 5 + 1))));
            writing.caughtUp();
        }
    }

    @AfterAll
    static void stop() {
        NODE.close();
        DATABASE.close();
    }

    @Test
    void at_a_position_it_is_folded_once_and_holds_one_connection_at_a_time() throws Exception {
        long position = NODE.head() - 5;
        request.setParameter("atPosition", Long.toString(position));
        COUNTED.taken();
        send(null, position);

        assertThat(response.getHeader("Dabiao-Position")).isEqualTo(Long.toString(position));
        assertThat(rows()).hasSize(1 + 11);
        requireFoldedOnceOnOneConnection();
    }

    @Test
    void at_an_instant_too() throws Exception {
        request.setParameter("asOf", Instant.now().toString());
        long end = NODE.head();
        COUNTED.taken();
        send(Instant.now(), null);

        assertThat(response.getHeader("Dabiao-Position")).isEqualTo(Long.toString(end));
        assertThat(rows()).hasSize(1 + 12);
        requireFoldedOnceOnOneConnection();
    }

    private void send(@Nullable Instant asOf, @Nullable Long atPosition) throws Exception {
        Exports exports = new Exports(
                NODE.bean(Reads.class), new ExportSettings(1, Duration.ofMinutes(1)), Clock.systemUTC(),
                NODE.bean(Persons.class));
        exports.send(
                new Export(new ListOperation("getRanking", RankingRow.class, 0, 1), ExportFormat.CSV, request, response),
                new From(50, null),
                (limit, cursor) -> body(NODE.bean(CampaignReads.class).ranking(
                        Given.CAMPAIGN, new RankingOrder("total"), null, null, null, null, asOf, atPosition, limit, cursor,
                        People.office())));
    }

    private static void requireFoldedOnceOnOneConnection() {
        List<Noted> own = COUNTED.taken().stream()
                .filter(it -> it.thread().equals(Thread.currentThread().getName()))
                .toList();
        assertThat(own).extracting(Noted::sql).filteredOn(sql -> sql.contains("position <= ?")).hasSize(1);
        assertThat(own).extracting(Noted::held).containsOnly(1);
    }

    private List<String> rows() {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8).lines().toList();
    }
}
