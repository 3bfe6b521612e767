package cn.dabiao.query.assessment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolEvent;
import cn.dabiao.domain.school.SchoolFacts;
import cn.dabiao.ledger.LedgerReader;
import cn.dabiao.ledger.StreamId;
import cn.dabiao.ledger.StreamedEvent;

/**
 * Assessments as they were after a position of the ledger, folded from the ledger itself: the same fold as
 * {@link AssessmentProjection}'s, over the events that stood there by then. Two queries, however many assessments.
 *
 * <p>It reads the ledger on a connection of its own: not to be asked within a read's snapshot, which holds one.
 */
public final class PastAssessments {

    private static final String OF_CAMPAIGN =
            "SELECT assessment_id FROM view.assessment WHERE campaign_id = :campaign ORDER BY school_code";

    private final LedgerReader ledger;
    private final JdbcClient jdbc;

    public PastAssessments(LedgerReader ledger, JdbcClient jdbc) {
        this.ledger = ledger;
        this.jdbc = jdbc;
    }

    /** Empty before its first event. */
    public Optional<AssessmentRecord> one(AssessmentId assessment, long position) {
        return all(List.of(assessment), position).stream().findFirst();
    }

    /**
     * All of a campaign, in the order of their schools; those alone that had begun.
     *
     * @param position the group {@code assessment} has to have reached it, for its rows say which there are
     */
    public List<AssessmentRecord> ofCampaign(CampaignId campaign, long position) {
        return all(idsOf(campaign), position);
    }

    /** The assessments of a campaign that the group {@code assessment} knows by now, in the order of their schools. */
    public List<AssessmentId> idsOf(CampaignId campaign) {
        return jdbc.sql(OF_CAMPAIGN)
                .param("campaign", campaign.value())
                .query((row, _) -> new AssessmentId(row.getString("assessment_id")))
                .list();
    }

    private List<AssessmentRecord> all(Collection<AssessmentId> assessments, long position) {
        Register register = new Register();
        ledger.eachUpTo(
                position,
                assessments.stream().map(AssessmentId::schoolCode).distinct().map(StreamId::of).toList(),
                SchoolEvent.class,
                List.of(),
                register::add);
        Map<AssessmentId, AssessmentRecord> folded = new HashMap<>();
        ledger.eachUpTo(
                position,
                assessments.stream().map(StreamId::of).toList(),
                AssessmentEvent.class,
                List.of(),
                each -> folded.compute(each.event().assessmentId(), (_, before) -> after(before, each, register)));
        return assessments.stream().flatMap(id -> Optional.ofNullable(folded.get(id)).stream()).toList();
    }

    private static AssessmentRecord after(
            @Nullable AssessmentRecord before, StreamedEvent<AssessmentEvent> each, Register register) {
        if (before != null) {
            return before.after(each.event(), each.sequence(), each.position());
        }
        SchoolCode school = each.event().assessmentId().schoolCode();
        return AssessmentRecord.begun(register.at(school, each.position()), each.event(), each.position());
    }

    /** The schools' events, for what was registered of a school when its plan came. */
    private static final class Register {

        private final Map<SchoolCode, List<StreamedEvent<SchoolEvent>>> events = new HashMap<>();

        void add(StreamedEvent<SchoolEvent> event) {
            events.computeIfAbsent(event.event().schoolCode(), _ -> new ArrayList<>()).add(event);
        }

        SchoolFacts at(SchoolCode school, long position) {
            @Nullable SchoolCopy copy = null;
            for (StreamedEvent<SchoolEvent> each : events.getOrDefault(school, List.of())) {
                if (each.position() < position) {
                    copy = SchoolCopy.after(copy, each.event(), each.sequence() + 1);
                }
            }
            if (copy == null) {
                throw new IllegalStateException("no school " + school + " is registered");
            }
            return copy.school().facts();
        }
    }
}
