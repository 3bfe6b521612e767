package cn.dabiao.query.workload;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import cn.dabiao.api.inspector.WorkloadRow;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.value.Mean;
import cn.dabiao.domain.value.PersonName;

/** The work of every inspector in a campaign, counted from its assessments: {@link WorkloadRow} says what counts. */
record Workloads(CampaignId campaign, Map<InspectorId, Tally> tallies) {

    /** @param assessments all of the campaign: its mean is that of all items scored in it */
    static Workloads of(CampaignId campaign, ZoneId zone, List<WorkRecord> assessments) {
        return new Workloads(
                campaign,
                assessments.stream()
                        .flatMap(assessment -> work(assessment, zone))
                        .collect(Collectors.toMap(Entry::getKey, Entry::getValue, Tally::plus)));
    }

    WorkloadRow row(InspectorId inspector, @Nullable PersonName name) {
        Tally own = tallies.getOrDefault(inspector, Tally.NOTHING);
        Tally all = tallies.values().stream().reduce(Tally.NOTHING, Tally::plus);
        Mean mean = own.meanDeduction().orElse(null);
        Mean campaignMean = all.meanDeduction().orElse(null);
        return new WorkloadRow(
                campaign,
                inspector,
                name,
                own.assigned(),
                own.open(),
                own.scored(),
                own.signed(),
                own.daysToSign().orElse(null),
                mean,
                campaignMean,
                mean == null || campaignMean == null ? null : mean.minus(campaignMean),
                Strictness.interval(own.sample(), all.without(own)).orElse(null));
    }

    private static Stream<Entry<InspectorId, Tally>> work(WorkRecord assessment, ZoneId zone) {
        return Stream.concat(
                assessment.waiting().stream().map(inspector -> Map.entry(inspector, Tally.DRAWN)),
                assessment.rounds().stream().flatMap(round -> work(round, zone)));
    }

    private static Stream<Entry<InspectorId, Tally>> work(WorkRound round, ZoneId zone) {
        return Stream.concat(
                round.inspectors().stream().map(inspector -> Map.entry(inspector, assignment(round, inspector, zone))),
                round.scorings().stream()
                        .map(scoring -> Map.entry(scoring.scoredBy(), Tally.scored(scoring.deducted()))));
    }

    private static Tally assignment(WorkRound round, InspectorId inspector, ZoneId zone) {
        return round.signingOf(inspector)
                .map(signing -> Tally.signed(daysToSign(round, signing, zone)))
                .orElse(Tally.OPEN);
    }

    /** A further round can be signed before its visit, for its items carry over. */
    private static long daysToSign(WorkRound round, WorkRound.Signing signing, ZoneId zone) {
        LocalDate signedOn = signing.at().atZone(zone).toLocalDate();
        return Math.max(0, ChronoUnit.DAYS.between(round.visitOn(), signedOn));
    }
}
