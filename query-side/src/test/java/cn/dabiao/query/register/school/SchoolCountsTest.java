package cn.dabiao.query.register.school;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.zaxxer.hikari.HikariDataSource;

import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolEvent;
import cn.dabiao.domain.school.SchoolEvent.SchoolClosed;
import cn.dabiao.domain.school.SchoolEvent.SchoolUpdated;
import cn.dabiao.domain.school.SchoolFacts;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.query.fixture.Database;
import cn.dabiao.query.fixture.Given;

/** The schools that are counted are those that are there, however their events were cut into batches, and told twice. */
class SchoolCountsTest {

    private static final String KEPT = "SELECT * FROM view.school_count ORDER BY bureau, township, kind, ownership";
    private static final String COUNTED =
            """
            SELECT bureau, township, kind, ownership, CAST(count(*) AS bigint) AS schools,
                   count(*) FILTER (WHERE status = 'OPEN') AS open, CAST(sum(version) AS bigint) AS versions
              FROM view.school
             GROUP BY bureau, township, kind, ownership
             ORDER BY bureau, township, kind, ownership
            """;

    private static final List<SchoolKind> KINDS =
            List.of(SchoolKind.PRIMARY, SchoolKind.JUNIOR_HIGH, SchoolKind.VOCATIONAL);

    private final Random random = new Random(20_180_309);
    private final Map<String, SchoolRow> schools = new LinkedHashMap<>();

    @Test
    void what_is_counted_is_what_is_there() {
        try (HikariDataSource database = Database.fresh()) {
            JdbcClient jdbc = JdbcClient.create(database);
            SchoolTable table = new SchoolTable(jdbc);
            List<SchoolRow> all = new ArrayList<>();
            int mostGroups = 0;
            for (int batch = 0; batch < 150; batch++) {
                List<SchoolRow> rows = batch(1 + random.nextInt(6));
                table.save(rows);
                if (random.nextBoolean()) {
                    table.save(rows);
                    table.save(all.isEmpty() ? rows : List.of(all.get(random.nextInt(all.size()))));
                }
                all.addAll(rows);
                List<Map<String, Object>> kept = jdbc.sql(KEPT).query().listOfRows();
                assertThat(kept).as("after batch %d", batch).isEqualTo(jdbc.sql(COUNTED).query().listOfRows());
                mostGroups = Math.max(mostGroups, kept.size());
            }
            assertThat(mostGroups).isGreaterThan(10);
            table.clear();
            assertThat(jdbc.sql(KEPT).query().listOfRows()).isEmpty();
        }
    }

    /** The schools that some events leave changed; one may have gone through several. */
    private List<SchoolRow> batch(int events) {
        Map<String, SchoolRow> changed = new LinkedHashMap<>();
        for (int i = 0; i < events; i++) {
            String code = "%010d".formatted(2_132_072_000L + random.nextInt(25));
            SchoolRow before = schools.get(code);
            if (before == null || before.school().ceased() == null) {
                SchoolRow after = SchoolRow.after(before, next(code, before), schools.size());
                schools.put(code, after);
                changed.put(code, after);
            }
        }
        return List.copyOf(changed.values());
    }

    private SchoolEvent next(String code, @Nullable SchoolRow before) {
        if (before == null) {
            return Given.school(code, "学校");
        }
        if (random.nextInt(12) == 0) {
            return new SchoolClosed(before.school().schoolCode(), new Reason("撤并"), Given.THEN);
        }
        SchoolFacts other = Given.facts(
                "学校",
                KINDS.get(random.nextInt(KINDS.size())),
                random.nextBoolean() ? Ownership.PUBLIC : Ownership.PRIVATE,
                random.nextBoolean() ? "新安镇" : "三口镇");
        return new SchoolUpdated(before.school().schoolCode(), before.facts(), other, new Reason("变更"), Given.THEN);
    }
}
