package cn.dabiao.query.feed;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import cn.dabiao.api.feed.FeedEntry;
import cn.dabiao.domain.campaign.CampaignEvent.CampaignOpened;
import cn.dabiao.domain.campaign.CampaignEvent.GradesPublished;
import cn.dabiao.domain.campaign.CampaignEvent.LeadingGroupChanged;
import cn.dabiao.domain.campaign.CampaignEvent.PlanDeadlineExtended;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.ledger.EventTypes;
import cn.dabiao.query.reading.ReadScope;

/**
 * Whose feed it is: which events it holds (RULES.md §6) and how each is shown. Everybody sees standards, how campaigns are
 * opened and what was published; beside that a school what concerns itself and its assessments, an inspector the assessments it may
 * read. Who sees the whole bureau sees every event of it. The database is asked for little more than that, and whatever
 * it answers is judged here, so that a page and a stream show the same.
 */
public final class FeedScope {

    private static final String STANDARD = "standard.";
    /** What of a campaign everybody may read: not who is overdue in it, or not done when it is closed. */
    private static final Set<String> OPEN = Stream.of(
                    CampaignOpened.class, LeadingGroupChanged.class, PlanDeadlineExtended.class, GradesPublished.class)
            .map(EventTypes::nameOf)
            .collect(Collectors.toUnmodifiableSet());

    private final ReadScope scope;
    private final FeedFilter filter;

    private FeedScope(ReadScope scope, FeedFilter filter) {
        this.scope = scope;
        this.filter = filter;
    }

    public static FeedScope of(Actor actor, FeedFilter filter) {
        return new FeedScope(ReadScope.of(actor), filter);
    }

    @Nullable String bureau() {
        return scope.bureau();
    }

    @Nullable String inspector() {
        return scope.seesAll() ? null : scope.inspector();
    }

    FeedFilter filter() {
        return filter;
    }

    /** Whether it may hold most of what a stretch of the ledger has, rather than what belongs to a few. */
    boolean isWide() {
        return scope.seesAll() && filter.school() == null;
    }

    /** The schools whose events it may hold, if it is not wide. */
    List<String> schools() {
        String only = filter.school() == null ? null : filter.school().value();
        return Stream.ofNullable(scope.seesAll() ? only : scope.school()).toList();
    }

    boolean sees(FeedRow row) {
        return row.bureau().equals(scope.bureau()) && filter.takes(row) && (scope.seesAll() || isOpen(row) || isOwn(row));
    }

    FeedEntry entry(FeedRow row) {
        return row.entry(showsPersonsOf(row));
    }

    /** What everybody in the bureau may read: its standards, its campaigns and their publications. */
    private static boolean isOpen(FeedRow row) {
        return OPEN.contains(row.type()) || row.type().startsWith(STANDARD);
    }

    private boolean isOwn(FeedRow row) {
        return (scope.school() != null && row.concerns(scope.school()))
                || row.members().stream().anyMatch(member -> member.value().equals(scope.inspector()));
    }

    boolean showsPersonsOf(FeedRow row) {
        if (row.assessmentId() != null) {
            return scope.showsPersonsOf(row.assessmentId(), row.members());
        }
        return row.schoolCode() == null
                ? scope.showsPersons()
                : Stream.of(row.schoolCode(), Optional.ofNullable(row.otherSchool()).orElse(row.schoolCode()))
                        .anyMatch(school -> scope.showsPersonsOf(new SchoolCode(school)));
    }
}
