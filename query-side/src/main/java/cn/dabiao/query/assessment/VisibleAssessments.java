package cn.dabiao.query.assessment;

import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.query.reading.ReadScope;

/** Assessments as they are, for those who may read them: who may read its past is asked here, too. */
public final class VisibleAssessments {

    private final AssessmentTable table;

    public VisibleAssessments(JdbcClient jdbc) {
        this.table = new AssessmentTable(jdbc);
    }

    /** Refuses one that is not there, and one that the caller does not see. */
    public AssessmentRecord require(AssessmentId id, ReadScope scope) {
        AssessmentRecord row =
                table.find(id).orElseThrow(() -> new Refusal.NotFound(Thing.ASSESSMENT, id.value()).asException());
        scope.requireBureau(row.state().bureau(), Thing.ASSESSMENT, id.value());
        scope.requireAssessment(id, Math.max(1, row.round()), row.members());
        return row;
    }
}
