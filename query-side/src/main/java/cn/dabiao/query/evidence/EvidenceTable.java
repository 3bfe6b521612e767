package cn.dabiao.query.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.evidence.EvidenceEvent.EvidenceStored;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.domain.value.Sha256;
import cn.dabiao.json.DomainJson;
import cn.dabiao.query.projecting.Columns;

/** The SQL of {@code view.evidence}, and who of {@code view.assessment} may read it. */
final class EvidenceTable {

    private static final String SAVE =
            """
            INSERT INTO view.evidence (assessment_id, sha256, file, role, position)
            SELECT id, sha256, CAST(file AS jsonb), role, CAST(position AS bigint)
              FROM unnest(CAST(:ids AS text[]), CAST(:hashes AS text[]), CAST(:files AS text[]),
                          CAST(:roles AS text[]), CAST(:positions AS text[]))
                   AS new (id, sha256, file, role, position)
                ON CONFLICT (assessment_id, sha256) DO NOTHING
            """;
    private static final String PAGE =
            """
            SELECT *
              FROM view.evidence
             WHERE assessment_id = :assessment
               AND position      > :after
             ORDER BY position
             LIMIT :rows
            """;
    private static final String FIND =
            """
            SELECT *
              FROM view.evidence
             WHERE assessment_id = :assessment
               AND sha256        = :sha256
            """;
    private static final String READERS =
            """
            SELECT bureau, round, inspectors
              FROM view.assessment
             WHERE assessment_id = :assessment
            """;

    private final JdbcClient jdbc;

    EvidenceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(Collection<EvidenceRow> rows) {
        jdbc.sql(SAVE)
                .param("ids", Columns.column(rows, row -> row.file().assessmentId()))
                .param("hashes", Columns.column(rows, row -> row.file().sha256()))
                .param("files", Columns.column(rows, row -> DomainJson.mapper().writeValueAsString(row.file())))
                .param("roles", Columns.column(rows, EvidenceRow::role))
                .param("positions", Columns.column(rows, EvidenceRow::position))
                .update();
    }

    List<EvidenceRow> page(AssessmentId assessment, long after, int rows) {
        return jdbc.sql(PAGE)
                .param("assessment", assessment.value())
                .param("after", after)
                .param("rows", rows)
                .query(EvidenceTable::row)
                .list();
    }

    Optional<EvidenceRow> find(AssessmentId assessment, Sha256 hash) {
        return jdbc.sql(FIND)
                .param("assessment", assessment.value())
                .param("sha256", hash.value())
                .query(EvidenceTable::row)
                .optional();
    }

    Optional<Readers> readersOf(AssessmentId assessment) {
        return jdbc.sql(READERS).param("assessment", assessment.value()).query(EvidenceTable::readers).optional();
    }

    void clear() {
        jdbc.sql("DELETE FROM view.evidence").update();
    }

    private static EvidenceRow row(ResultSet row, int number) throws SQLException {
        String role = row.getString("role");
        return new EvidenceRow(
                DomainJson.mapper().readValue(row.getString("file"), EvidenceStored.class),
                role == null ? null : Role.valueOf(role),
                row.getLong("position"));
    }

    private static Readers readers(ResultSet row, int number) throws SQLException {
        String[] inspectors = (String[]) row.getArray("inspectors").getArray();
        return new Readers(
                new BureauCode(row.getString("bureau")),
                row.getInt("round"),
                Arrays.stream(inspectors).map(InspectorId::new).toList());
    }

    /** Whose an assessment is, its latest round, and the inspectors who may read it. */
    record Readers(BureauCode bureau, int round, List<InspectorId> members) {}
}
