package cn.dabiao.query.outcome;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RestController;

import cn.dabiao.api.Answers;
import cn.dabiao.api.Page;
import cn.dabiao.api.campaign.AnnualEvaluationRow;
import cn.dabiao.api.campaign.EligibilityRow;
import cn.dabiao.api.campaign.OutcomeReads;
import cn.dabiao.domain.campaign.Campaign;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.value.Township;
import cn.dabiao.query.Groups;
import cn.dabiao.query.reading.Listing;
import cn.dabiao.query.reading.ReadScope;
import cn.dabiao.query.reading.Reads;
import cn.dabiao.query.register.campaign.Campaigns;

@RestController
class OutcomeReadController implements OutcomeReads {

    private static final List<String> GROUPS = List.of(Groups.ASSESSMENT, Groups.REGISTER);

    private final Reads reads;
    private final Campaigns campaigns;
    private final Outcomes outcomes;

    OutcomeReadController(Reads reads, Campaigns campaigns, JdbcClient jdbc) {
        this.reads = reads;
        this.campaigns = campaigns;
        this.outcomes = new Outcomes(jdbc);
    }

    @Override
    public ResponseEntity<Page<EligibilityRow>> eligibility(
            CampaignId campaignId,
            @Nullable Boolean eligible,
            @Nullable Township township,
            @Nullable SchoolKind kind,
            @Nullable Ownership ownership,
            int limit,
            @Nullable String cursor,
            Actor actor) {
        OutcomeFilter filter = new OutcomeFilter(eligible, township, kind, ownership);
        Paging paging = new Paging(filter.listing("eligibility", campaignId), limit, cursor);
        return page(campaignId, filter, paging, actor, _ -> SchoolOutcome::eligibility);
    }

    @Override
    public ResponseEntity<Page<AnnualEvaluationRow>> annualEvaluation(
            CampaignId campaignId,
            @Nullable Township township,
            @Nullable SchoolKind kind,
            @Nullable Ownership ownership,
            int limit,
            @Nullable String cursor,
            Actor actor) {
        OutcomeFilter filter = new OutcomeFilter(null, township, kind, ownership);
        Paging paging = new Paging(filter.listing("annual evaluation", campaignId), limit, cursor);
        return page(
                campaignId, filter, paging, actor,
                campaign -> school -> school.annualEvaluation(campaign.annualWeight()));
    }

    private <T> ResponseEntity<Page<T>> page(
            CampaignId campaignId,
            OutcomeFilter filter,
            Paging paging,
            Actor actor,
            Function<Campaign, Function<SchoolOutcome, T>> row) {
        ReadScope scope = ReadScope.of(actor);
        return reads.showing(GROUPS, shown -> {
            Campaign campaign = campaigns.asked(campaignId, scope);
            List<SchoolOutcome> schools =
                    outcomes.page(campaign, filter, scope, paging.after(), paging.limit() + 1);
            return Answers.shown(
                    shown,
                    paging.listing().page(
                            schools,
                            paging.limit(),
                            school -> List.of(school.schoolCode()),
                            row.apply(campaign),
                            shown));
        });
    }

    /** Which page of a list is wanted. */
    private record Paging(Listing listing, int limit, @Nullable String cursor) {

        @Nullable String after() {
            return listing.after(cursor, 1).map(List::getFirst).orElse(null);
        }
    }
}
