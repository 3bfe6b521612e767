package cn.dabiao.query.statistics;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.domain.campaign.Campaign;
import cn.dabiao.domain.campaign.CampaignEvent;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.school.School;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolEvent;
import cn.dabiao.domain.school.SchoolFacts;
import cn.dabiao.domain.school.SchoolStatus;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.ledger.LedgerReader;
import cn.dabiao.ledger.StreamId;
import cn.dabiao.query.assessment.AssessmentRecord;
import cn.dabiao.query.assessment.PastAssessments;

/**
 * A campaign and its schools as they were after a position of the ledger, folded from the ledger itself. Three queries,
 * however many schools.
 *
 * <p>It reads the ledger on connections of its own: not to be asked within a read's snapshot, which holds one.
 */
final class PastPopulations {

    private static final String SCHOOLS = "SELECT school_code FROM view.school WHERE bureau = :bureau";

    private final LedgerReader ledger;
    private final PastAssessments assessments;
    private final JdbcClient jdbc;

    PastPopulations(LedgerReader ledger, PastAssessments assessments, JdbcClient jdbc) {
        this.ledger = ledger;
        this.assessments = assessments;
        this.jdbc = jdbc;
    }

    /** Empty before it was opened. */
    Optional<Campaign> campaign(CampaignId id, long position) {
        AtomicReference<Campaign> folded = new AtomicReference<>();
        ledger.eachUpTo(
                position,
                List.of(StreamId.of(id)),
                CampaignEvent.class,
                List.of(),
                each -> folded.updateAndGet(before -> Campaign.evolve(before, each.event())));
        return Optional.ofNullable(folded.get());
    }

    /** @param position the groups {@code register} and {@code assessment} have to have reached it */
    Population of(CampaignId campaign, BureauCode bureau, long position) {
        Map<SchoolCode, School> schools = schools(bureau, position);
        List<AssessmentRecord> records = assessments.ofCampaign(campaign, position);
        Set<SchoolCode> begun = new HashSet<>();
        records.forEach(record -> begun.add(record.state().assessmentId().schoolCode()));
        return new Population(
                records.stream()
                        .map(record -> StatisticsRow.of(
                                record, isOpen(schools.get(record.state().assessmentId().schoolCode()))))
                        .toList(),
                schools.values().stream()
                        .filter(school -> isOpen(school) && !begun.contains(school.schoolCode()))
                        .collect(Collectors.toMap(PastPopulations::traits, _ -> 1, Integer::sum)));
    }

    private Map<SchoolCode, School> schools(BureauCode bureau, long position) {
        List<StreamId> streams = jdbc.sql(SCHOOLS)
                .param("bureau", bureau.value())
                .query((row, _) -> StreamId.of(new SchoolCode(row.getString("school_code"))))
                .list();
        Map<SchoolCode, School> folded = new HashMap<>();
        ledger.eachUpTo(
                position,
                streams,
                SchoolEvent.class,
                List.of(),
                each -> folded.compute(
                        each.event().schoolCode(), (_, before) -> School.evolve(before, each.event())));
        return folded;
    }

    private static boolean isOpen(@Nullable School school) {
        return school == null || school.status() == SchoolStatus.OPEN;
    }

    private static Traits traits(School school) {
        SchoolFacts facts = school.facts();
        return new Traits(facts.kind(), facts.ownership(), facts.township());
    }
}
