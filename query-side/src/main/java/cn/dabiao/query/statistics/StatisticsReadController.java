package cn.dabiao.query.statistics;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RestController;

import cn.dabiao.api.Answers;
import cn.dabiao.api.Page;
import cn.dabiao.api.problem.InvalidRequestException;
import cn.dabiao.api.statistics.CampaignComparison;
import cn.dabiao.api.statistics.CampaignComparison.ComparedSchool;
import cn.dabiao.api.statistics.CampaignStatistics;
import cn.dabiao.api.statistics.StatisticsBy;
import cn.dabiao.api.statistics.StatisticsBy.Dimension;
import cn.dabiao.api.statistics.StatisticsReads;
import cn.dabiao.domain.campaign.Campaign;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.value.Township;
import cn.dabiao.ledger.LedgerReader;
import cn.dabiao.query.Groups;
import cn.dabiao.query.assessment.PastAssessments;
import cn.dabiao.query.past.Moment;
import cn.dabiao.query.past.Moments;
import cn.dabiao.query.reading.Listing;
import cn.dabiao.query.reading.ReadScope;
import cn.dabiao.query.reading.Reads;
import cn.dabiao.query.register.campaign.Campaigns;
import cn.dabiao.query.register.standard.Standards;

@RestController
class StatisticsReadController implements StatisticsReads {

    private static final List<String> GROUPS = List.of(Groups.STATISTICS, Groups.REGISTER);
    /** Whose rows say which schools and assessments there are to be folded. */
    private static final List<String> PAST = List.of(Groups.ASSESSMENT, Groups.REGISTER);

    private final Reads reads;
    private final Campaigns campaigns;
    private final Standards standards;
    private final Populations populations;
    private final PastPopulations pastPopulations;
    private final Moments moments;
    private final LedgerReader ledger;
    private final Clock clock;

    StatisticsReadController(
            Reads reads,
            Campaigns campaigns,
            Standards standards,
            PastAssessments pastAssessments,
            Moments moments,
            LedgerReader ledger,
            JdbcClient jdbc,
            Clock clock) {
        this.reads = reads;
        this.campaigns = campaigns;
        this.standards = standards;
        this.populations = new Populations(jdbc);
        this.pastPopulations = new PastPopulations(ledger, pastAssessments, jdbc);
        this.moments = moments;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public ResponseEntity<CampaignStatistics> statistics(
            CampaignId campaignId,
            @Nullable StatisticsBy by,
            @Nullable Township township,
            @Nullable SchoolKind kind,
            @Nullable Ownership ownership,
            @Nullable Instant asOf,
            @Nullable Long atPosition,
            Actor actor) {
        ReadScope scope = ReadScope.of(actor);
        Set<Dimension> dimensions = by == null ? Set.of() : by.dimensions();
        StatisticsFilter filter = new StatisticsFilter(township, kind, ownership);
        Moment moment = Moment.of(asOf, atPosition);
        OptionalLong position = moments.position(moment);
        if (position.isPresent()) {
            return past(campaignId, position.getAsLong(), moment, filter, dimensions, scope);
        }
        return reads.showing(GROUPS, shown -> {
            Campaign campaign = campaigns.asked(campaignId, scope);
            Population population = populations.of(campaign).only(filter);
            return Answers.shown(
                    shown, counted(campaign, clock.instant(), shown).shown(population, dimensions, shown));
        });
    }

    @Override
    public ResponseEntity<CampaignComparison> comparison(CampaignId campaignId, CampaignId with, Actor actor) {
        return compared(campaignId, with, actor, Comparison::shown);
    }

    @Override
    public ResponseEntity<Page<ComparedSchool>> comparedSchools(
            CampaignId campaignId, CampaignId with, int limit, @Nullable String cursor, Actor actor) {
        Listing listing = Listing.of("compared schools", campaignId, with);
        String after = listing.after(cursor, 1).map(List::getFirst).orElse("");
        return compared(campaignId, with, actor, (comparison, shown) -> {
            List<ComparedSchool> rows = new SchoolPairs(comparison.before(), comparison.after())
                    .listed()
                    .filter(school -> school.schoolCode().value().compareTo(after) > 0)
                    .limit(limit + 1L)
                    .toList();
            return listing.page(rows, limit, school -> List.of(school.schoolCode()), school -> school, shown);
        });
    }

    private <T> ResponseEntity<T> compared(
            CampaignId campaignId,
            CampaignId with,
            Actor actor,
            BiFunction<Comparison, Long, T> answer) {
        if (with.equals(campaignId)) {
            throw new InvalidRequestException("with", with.value(), "another-campaign", Map.of());
        }
        ReadScope scope = ReadScope.of(actor);
        return reads.showing(GROUPS, shown -> {
            Comparison comparison = new Comparison(
                    side(campaigns.asked(with, scope), shown), side(campaigns.asked(campaignId, scope), shown));
            return Answers.shown(shown, answer.apply(comparison, shown));
        });
    }

    private Comparison.Side side(Campaign campaign, long shown) {
        return Comparison.Side.of(counted(campaign, clock.instant(), shown), populations.of(campaign));
    }

    /** Who may ask is judged by what the campaign is now; what is shown is folded from the ledger, outside the snapshot. */
    private ResponseEntity<CampaignStatistics> past(
            CampaignId campaignId,
            long position,
            Moment moment,
            StatisticsFilter filter,
            Set<Dimension> by,
            ReadScope scope) {
        reads.showing(PAST, position, _ -> campaigns.asked(campaignId, scope));
        Campaign campaign = pastPopulations.campaign(campaignId, position)
                .orElseThrow(() -> new Refusal.NotFound(Thing.CAMPAIGN, campaignId.value()).asException());
        Population population = pastPopulations.of(campaignId, campaign.bureau(), position).only(filter);
        Instant then = moment instanceof Moment.At at ? at.instant() : ledger.recordedAt(position);
        return Answers.shown(position, counted(campaign, then, position).shown(population, by, position));
    }

    private Statistics counted(Campaign campaign, Instant at, long shown) {
        return new Statistics(
                campaign,
                standards.require(campaign.standardId(), shown),
                LocalDate.ofInstant(at, campaign.zone()));
    }
}
