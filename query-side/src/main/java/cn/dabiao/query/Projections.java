package cn.dabiao.query;

import java.util.List;
import java.util.Objects;

import org.axonframework.config.ProcessingGroup;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.query.assessment.AssessmentProjection;
import cn.dabiao.query.evidence.EvidenceProjection;
import cn.dabiao.query.history.HistoryProjection;
import cn.dabiao.query.projecting.Projection;
import cn.dabiao.query.publication.PublicationProjection;
import cn.dabiao.query.ranking.RankingProjection;
import cn.dabiao.query.register.campaign.CampaignProjection;
import cn.dabiao.query.register.inspector.InspectorProjection;
import cn.dabiao.query.register.school.SchoolProjection;
import cn.dabiao.query.register.standard.StandardProjection;
import cn.dabiao.query.statistics.StatisticsProjection;
import cn.dabiao.query.workload.WorkloadProjection;

/** Every projection there is. */
final class Projections {

    private Projections() {}

    /** @param jdbc through which they write: into the live tables, or into those that are to take their place */
    static List<Projection> on(JdbcClient jdbc) {
        return List.of(
                new StandardProjection(jdbc),
                new CampaignProjection(jdbc),
                new SchoolProjection(jdbc),
                new InspectorProjection(jdbc),
                new AssessmentProjection(jdbc),
                new EvidenceProjection(jdbc),
                new WorkloadProjection(jdbc),
                new RankingProjection(jdbc),
                new PublicationProjection(jdbc),
                new HistoryProjection(jdbc),
                new StatisticsProjection(jdbc));
    }

    static List<Projection> of(String group, JdbcClient jdbc) {
        return on(jdbc).stream().filter(projection -> group.equals(groupOf(projection))).toList();
    }

    private static String groupOf(Projection projection) {
        return Objects.requireNonNull(projection.getClass().getAnnotation(ProcessingGroup.class)).value();
    }
}
