package cn.dabiao.query.exporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.servlet.HandlerMapping;

import com.zaxxer.hikari.HikariDataSource;

import cn.dabiao.api.Page;
import cn.dabiao.api.campaign.PublicationView;
import cn.dabiao.api.export.ExportFormat;
import cn.dabiao.api.export.ListOperation;
import cn.dabiao.api.problem.ExportsBusy;
import cn.dabiao.person.Persons;
import cn.dabiao.query.exporting.Export.From;
import cn.dabiao.query.exporting.Export.Pages;
import cn.dabiao.query.fixture.Database;
import cn.dabiao.query.fixture.QueryNode;
import cn.dabiao.query.reading.Reads;

class ExportsTest {

    private static final HikariDataSource DATABASE = Database.fresh();
    private static final QueryNode NODE = QueryNode.stopped(DATABASE);
    private static final Instant NOON = Instant.parse("2018-04-10T04:00:00Z");
    private static final ListOperation LIST = new ListOperation("listPublications", PublicationView.class, 0, 1);
    private static final From START = new From(50, null);

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/campaigns/c/publications");
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final Exports exports = exports(Duration.ofMinutes(1));

    @BeforeEach
    void a_table_that_grows() {
        NODE.jdbc().sql("CREATE TABLE grown (no integer)").update();
    }

    @AfterEach
    void it_is_gone() {
        NODE.jdbc().sql("DROP TABLE grown").update();
    }

    @AfterAll
    static void stop() {
        NODE.close();
        DATABASE.close();
    }

    @Test
    void all_pages_are_sent_one_after_another_and_all_of_one_snapshot() throws Exception {
        List<Integer> seen = new ArrayList<>();
        exports.send(csv(), START, (limit, cursor) -> {
            seen.add(NODE.jdbc().sql("SELECT count(*) FROM grown").query(Integer.class).single());
            Thread.ofPlatform().start(ExportsTest::grow).join();
            return page(seen.size() * 1000 - 1000, limit, seen.size() == 3 ? null : "next" + cursor);
        });

        assertThat(seen).containsExactly(0, 0, 0);
        assertThat(response.getContentAsString(StandardCharsets.UTF_8).lines()).hasSize(3001);
        assertThat(response.getHeader("Dabiao-Position")).isEqualTo("7");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void the_file_has_a_telling_name_and_a_plain_one() throws Exception {
        request.setAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, Map.of("campaignId", "guannan-2018"));
        exports.send(csv(), START, (limit, _) -> page(0, 1, null));

        assertThat(response.getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"listPublications-guannan-2018-20180410.csv\"; "
                        + "filename*=UTF-8''%E7%BB%93%E6%9E%9C%E5%85%AC%E5%B8%83-guannan-2018-20180410.csv");
        assertThat(response.getContentType()).isEqualTo("text/csv;charset=UTF-8");
    }

    @Test
    void a_limit_that_was_given_bounds_the_table() throws Exception {
        request.setParameter("limit", "2");
        exports.send(csv(), new From(2, "after"), (limit, cursor) -> {
            assertThat(cursor).isEqualTo("after");
            return page(0, limit, "more");
        });

        assertThat(response.getContentAsString(StandardCharsets.UTF_8).lines()).hasSize(3);
    }

    @Test
    void what_is_waited_for_is_waited_for_before_the_snapshot() throws Exception {
        request.addHeader("Dabiao-Min-Position", "7");
        List<Integer> seen = new ArrayList<>();
        exports.send(csv(), START, (limit, _) -> {
            if (limit == 1) {
                grow();
            }
            seen.add(NODE.jdbc().sql("SELECT count(*) FROM grown").query(Integer.class).single());
            return page(0, 1, null);
        });

        assertThat(seen).containsExactly(1, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"asOf", "atPosition"})
    void a_list_of_the_past_is_asked_for_once_and_outside_of_the_snapshot(String moment) throws Exception {
        request.setParameter(moment, "any");
        List<Integer> limits = new ArrayList<>();
        exports.send(csv(), START, (limit, _) -> {
            assertThat(TransactionSynchronizationManager.isActualTransactionActive()).isFalse();
            limits.add(limit);
            return page(0, 2500, null);
        });

        assertThat(limits).containsExactly(Integer.MAX_VALUE - 1);
        assertThat(response.getContentAsString(StandardCharsets.UTF_8).lines()).hasSize(2501);
    }

    @Test
    void for_headers_alone_no_row_is_sent() throws Exception {
        request.setMethod("HEAD");
        exports.send(csv(), START, (_, _) -> page(0, 5, "more"));

        assertThat(response.getContentAsByteArray()).isEmpty();
        assertThat(response.getHeader("Dabiao-Position")).isEqualTo("7");
    }

    @Test
    void one_more_than_may_be_made_at_once_is_refused_and_the_next_one_afterwards_is_not() throws Exception {
        exports.send(csv(), START, (_, _) -> {
            assertThatExceptionOfType(ExportsBusy.class)
                    .isThrownBy(() -> exports.send(csv(), START, (_, _) -> page(0, 1, null)));
            return page(0, 1, null);
        });

        exports.send(csv(), START, (_, _) -> page(0, 1, null));
    }

    @Test
    void what_fails_before_the_first_row_leaves_the_answer_to_others() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> exports.send(csv(), START, failing(0)));

        assertThat(response.isCommitted()).isFalse();
        assertThat(response.getHeader("Content-Disposition")).isNull();
    }

    @Test
    void what_fails_in_the_middle_fails_and_makes_no_whole_workbook() throws Exception {
        Export workbook = new Export(LIST, ExportFormat.XLSX, request, response);
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> exports.send(workbook, START, failing(1)));

        assertThat(response.isCommitted()).isTrue();
        assertThat(response.getContentAsString(StandardCharsets.ISO_8859_1)).doesNotContain("workbook.xml");
        exports.send(csv(), START, (_, _) -> page(0, 1, null));
    }

    @Test
    void an_export_that_lasts_too_long_is_broken_off() {
        Exports hasty = exports(Duration.ofMillis(1));

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> hasty.send(csv(), START, (limit, _) -> {
                    Thread.sleep(5);
                    return page(0, limit, "more");
                }))
                .withMessageContaining("dabiao.exports.max-duration");
    }

    @Test
    void when_the_caller_goes_away_the_export_ends_and_makes_room() throws Exception {
        MockHttpServletResponse gone = new MockHttpServletResponse() {
            @Override
            public ServletOutputStream getOutputStream() {
                return new Gone();
            }
        };
        exports.send(new Export(LIST, ExportFormat.CSV, request, gone), START, (limit, _) -> page(0, limit, "more"));

        exports.send(csv(), START, (_, _) -> page(0, 1, null));
    }

    private static Pages failing(int page) {
        return (limit, cursor) -> {
            if (page == 0 || cursor != null) {
                throw new IllegalArgumentException("the page cannot be made");
            }
            return page(0, limit, "more");
        };
    }

    private Export csv() {
        return new Export(LIST, ExportFormat.CSV, request, response);
    }

    private static Page<PublicationView> page(int from, int count, @Nullable String next) {
        return new Page<>(
                IntStream.range(from, from + count)
                        .mapToObj(no -> new PublicationView(no, NOON, null, no, 0))
                        .toList(),
                next,
                7);
    }

    private static void grow() {
        try (Connection connection = DATABASE.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO grown VALUES (1)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Exports exports(Duration maxDuration) {
        return new Exports(
                NODE.bean(Reads.class), new ExportSettings(1, maxDuration), Clock.fixed(NOON, ZoneOffset.UTC),
                NODE.bean(Persons.class));
    }

    /** The line is cut: it takes the headers and nothing more. */
    private static final class Gone extends ServletOutputStream {

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void write(int octet) throws IOException {
            throw new IOException("Broken pipe");
        }
    }
}
