package cn.dabiao.query.ranking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import cn.dabiao.api.campaign.RankingRow;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.scoring.Scoresheet.CategoryTotal;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Title;
import cn.dabiao.domain.value.Township;
import cn.dabiao.json.DomainJson;

/** A row as it is ranked now, with its round, or as it was published, with the publication's number. */
final class RankingRows {

    private RankingRows() {}

    static RankingRow row(ResultSet row, int number) throws SQLException {
        return new RankingRow(
                row.getInt("place"),
                row.getInt("place_in_kind"),
                new AssessmentId(row.getString("assessment_id")),
                new SchoolCode(row.getString("school_code")),
                new Title(row.getString("school_name")),
                SchoolKind.valueOf(row.getString("kind")),
                Ownership.valueOf(row.getString("ownership")),
                new Township(row.getString("township")),
                Grade.valueOf(row.getString("grade")),
                row.getBoolean("determined"),
                new Points(row.getBigDecimal("total")),
                List.of(DomainJson.mapper().readValue(row.getString("category_totals"), CategoryTotal[].class)),
                row.getObject("round", Integer.class),
                row.getBoolean("pending"),
                row.getObject("publication_no", Integer.class));
    }
}
