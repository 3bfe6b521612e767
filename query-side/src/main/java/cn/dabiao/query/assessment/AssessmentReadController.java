package cn.dabiao.query.assessment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RestController;

import cn.dabiao.api.Answers;
import cn.dabiao.api.Page;
import cn.dabiao.api.ShownTag;
import cn.dabiao.api.assessment.AssessmentReads;
import cn.dabiao.api.assessment.AssessmentRow;
import cn.dabiao.api.assessment.AssessmentSort;
import cn.dabiao.api.assessment.AssessmentView;
import cn.dabiao.api.assessment.DrawReplayView;
import cn.dabiao.api.assessment.HistoryEntry;
import cn.dabiao.api.assessment.ReviewedItemView;
import cn.dabiao.api.assessment.ScoreChange;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.assessment.Phase;
import cn.dabiao.domain.assessment.Review;
import cn.dabiao.domain.assessment.Terms;
import cn.dabiao.domain.campaign.Campaign;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.standard.Item;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.standard.Standard;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Township;
import cn.dabiao.ledger.LedgerReader;
import cn.dabiao.person.Persons;
import cn.dabiao.query.Groups;
import cn.dabiao.query.history.Histories;
import cn.dabiao.query.history.HistoryFilter;
import cn.dabiao.query.history.ScoreChanges;
import cn.dabiao.query.past.Moment;
import cn.dabiao.query.past.Moments;
import cn.dabiao.query.reading.Listing;
import cn.dabiao.query.reading.ReadScope;
import cn.dabiao.query.reading.Reads;
import cn.dabiao.query.register.campaign.Campaigns;
import cn.dabiao.query.register.standard.Standards;

@RestController
class AssessmentReadController implements AssessmentReads {

    private static final List<String> LIST = List.of(Groups.ASSESSMENT);
    private static final List<String> WITH_TERMS = List.of(Groups.ASSESSMENT, Groups.REGISTER);

    private final Reads reads;
    private final Moments moments;
    private final VisibleAssessments visible;
    private final PastAssessments pastAssessments;
    private final AssessmentList list;
    private final Standards standards;
    private final Campaigns campaigns;
    private final Histories histories;
    private final ScoreChanges scoreChanges;
    private final LedgerReader ledger;
    private final ErasedNames erasedNames;
    private final Clock clock;

    AssessmentReadController(
            Reads reads,
            JdbcClient jdbc,
            Moments moments,
            VisibleAssessments visible,
            PastAssessments pastAssessments,
            Standards standards,
            Campaigns campaigns,
            Histories histories,
            ScoreChanges scoreChanges,
            LedgerReader ledger,
            Persons persons,
            Clock clock) {
        this.reads = reads;
        this.moments = moments;
        this.visible = visible;
        this.pastAssessments = pastAssessments;
        this.list = new AssessmentList(jdbc);
        this.standards = standards;
        this.campaigns = campaigns;
        this.histories = histories;
        this.scoreChanges = scoreChanges;
        this.ledger = ledger;
        this.erasedNames = new ErasedNames(persons);
        this.clock = clock;
    }

    @Override
    public ResponseEntity<Page<AssessmentRow>> list(
            @Nullable CampaignId campaign,
            @Nullable Grade grade,
            @Nullable Phase state,
            @Nullable Township township,
            @Nullable SchoolKind kind,
            @Nullable Ownership ownership,
            @Nullable Points minTotal,
            @Nullable Points maxTotal,
            @Nullable Boolean overdue,
            @Nullable String q,
            AssessmentSort sort,
            int limit,
            @Nullable String cursor,
            Actor actor) {
        ReadScope scope = ReadScope.of(actor);
        AssessmentFilter filter = new AssessmentFilter(
                campaign, grade, state, township, kind, ownership, minTotal, maxTotal, overdue, q, sort);
        Listing listing = filter.listing();
        List<String> after = listing.after(cursor, 3).orElse(null);
        return reads.showing(
                LIST, shown -> Answers.shown(shown, list.page(filter, scope, listing, after, limit, shown)));
    }

    @Override
    public ResponseEntity<AssessmentView> get(
            AssessmentId assessmentId, @Nullable Instant asOf, @Nullable Long atPosition, Actor actor) {
        OptionalLong then = moments.position(Moment.of(asOf, atPosition));
        if (then.isPresent()) {
            return past(assessmentId, then.getAsLong(), actor);
        }
        return reads.showing(WITH_TERMS, shown -> {
            AssessmentRecord row = found(assessmentId, actor);
            return Answers.shown(tag(row), shown, views(row, actor, shown).of(row, actor, shown));
        });
    }

    /** Who may read it now may read its past. The terms of an assessment never change, so these are those of then. */
    private ResponseEntity<AssessmentView> past(AssessmentId assessmentId, long position, Actor actor) {
        AssessmentViews views = reads.showing(
                WITH_TERMS, position, shown -> views(found(assessmentId, actor), actor, shown));
        AssessmentRecord row = pastAssessments
                .one(assessmentId, position)
                .orElseThrow(() -> missing(Thing.ASSESSMENT, assessmentId.value()));
        return Answers.shown(tag(row), position, views.past(row, position));
    }

    @Override
    public ResponseEntity<ReviewedItemView> item(AssessmentId assessmentId, int round, ItemNo itemNo, Actor actor) {
        return reads.showing(WITH_TERMS, shown -> {
            AssessmentRecord row = found(assessmentId, actor);
            AssessmentViews views = views(row, actor, shown);
            Review review = row.state()
                    .reviewOf(round)
                    .orElseThrow(() -> missing(Thing.REVIEW_ROUND, Integer.toString(round)));
            Item item = views.standard().item(itemNo).orElseThrow(() -> missing(Thing.ITEM, itemNo.toString()));
            return Answers.shown(review.tagOf(itemNo), shown, views.item(review, item));
        });
    }

    @Override
    public ResponseEntity<DrawReplayView> replay(AssessmentId assessmentId, int drawNo, Actor actor) {
        DrawReplays draws = DrawReplays.of(assessmentId, ledger);
        return reads.showing(LIST, shown -> {
            found(assessmentId, actor);
            return Answers.shown(shown, draws.view(drawNo, shown));
        });
    }

    @Override
    public ResponseEntity<Page<HistoryEntry>> history(
            AssessmentId assessmentId,
            @Nullable String types,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable ItemNo item,
            int limit,
            @Nullable String cursor,
            Actor actor,
            Locale locale) {
        ReadScope scope = ReadScope.of(actor);
        HistoryFilter filter = HistoryFilter.ofAssessment(types, from, to, item);
        return reads.showing(List.of(Groups.HISTORY), shown -> Answers.shown(
                shown, histories.ofAssessment(assessmentId, filter, limit, cursor, scope, locale, shown)));
    }

    @Override
    public ResponseEntity<Page<ScoreChange>> scoreChanges(
            AssessmentId assessmentId,
            @Nullable ItemNo item,
            int limit,
            @Nullable String cursor,
            Actor actor,
            Locale locale) {
        ReadScope scope = ReadScope.of(actor);
        return reads.showing(List.of(Groups.HISTORY), shown -> Answers.shown(
                shown, scoreChanges.page(assessmentId, item, limit, cursor, scope, locale, shown)));
    }

    /** Who is shown no names gets the same tag: theirs is another answer, by the {@code Authorization} that it varies by. */
    private String tag(AssessmentRecord row) {
        return ShownTag.of(row.state().tag(), erasedNames.in(row));
    }

    private AssessmentRecord found(AssessmentId id, Actor actor) {
        return visible.require(id, ReadScope.of(actor));
    }

    private AssessmentViews views(AssessmentRecord row, Actor actor, long shown) {
        AssessmentId id = row.state().assessmentId();
        Campaign campaign = campaigns.require(id.campaignId(), shown);
        Standard standard = standards.require(row.state().standardId(), shown);
        Terms terms = new Terms(campaign, standard, clock.instant());
        return new AssessmentViews(terms, ReadScope.of(actor).showsPersonsOf(id, row.members()));
    }

    private static RuntimeException missing(Thing thing, String id) {
        return new Refusal.NotFound(thing, id).asException();
    }
}
