package cn.dabiao.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.app.Caller;
import cn.dabiao.app.DabiaoTest;

/** Whatever has happened, no table holds the name or the number of a person in clear. */
@DabiaoTest
class SealedStoreTest {

    private static final String CAMPAIGN = "sealed";
    private static final String SCHOOL = "2132076911";
    /** The beginning of all of them, and long enough to be no part of a digest. */
    private static final String NUMBER = "0518-8399700";

    /** As JSON has them: the names, not the words in which people tell of each other. */
    private static final List<String> NAMES =
            Stream.of("校长", "副校长", "局长", "新局长", "考评员").map(each -> "\"隐讳" + each + "\"").toList();

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient database;

    @Test
    void no_table_names_a_person() {
        MaskedCounty county = new MaskedCounty(port, CAMPAIGN, SCHOOL, "2132076912").lived();
        // The projections have come that far.
        Caller caller = new Caller(port);
        String seen = caller.get(
                "/api/v1" + county.path("/assessments/{assessmentId}"),
                "Authorization", "Bearer " + caller.tokenOf("office"),
                "Dabiao-Min-Position", Long.toString(county.county().reached())).body();
        assertThat(seen).contains("隐讳校长", "隐讳局长").doesNotContain("sealed:");

        List<String> tables = database.sql(
                        """
                        SELECT quote_ident(schemaname) || '.' || quote_ident(tablename)
                          FROM pg_tables
                         WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
                           AND has_schema_privilege(schemaname, 'USAGE')
                           AND has_table_privilege(quote_ident(schemaname) || '.' || quote_ident(tablename), 'SELECT')
                        """)
                .query(String.class)
                .list();

        assertThat(tables).contains("ledger.event", "view.history", "view.school", "person.person").hasSizeGreaterThan(25);
        assertThat(tables).allSatisfy(table -> {
            assertThat(rowsWith(table, NUMBER)).as(table).isZero();
            NAMES.forEach(name -> assertThat(rowsWith(table, name)).as(table + " " + name).isZero());
        });
        assertThat(rowsWith("ledger.event", SCHOOL)).as("what is no person's is found").isPositive();
        assertThat(rowsWith("view.school", "测试小学")).isPositive();
    }

    /** Texts as they are, documents as PostgreSQL writes them, and bytes in hexadecimal. */
    private long rowsWith(String table, String text) {
        String bytes = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
        return database.sql("SELECT count(*) FROM " + table + " AS it WHERE position(:text IN CAST(it AS text)) > 0 "
                        + "OR position(:quoted IN CAST(it AS text)) > 0 OR position(:bytes IN CAST(it AS text)) > 0")
                .param("text", text)
                // In a row's text form, quotation marks are doubled.
                .param("quoted", text.replace("\"", "\"\""))
                .param("bytes", bytes)
                .query(Long.class)
                .single();
    }
}
