package cn.dabiao.query.operating;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

import cn.dabiao.api.Answers;
import cn.dabiao.api.Page;
import cn.dabiao.api.assessment.ReasonRequest;
import cn.dabiao.api.projection.DeadLetterOutcome;
import cn.dabiao.api.projection.DeadLetterView;
import cn.dabiao.api.projection.ProjectionAdministration;
import cn.dabiao.api.projection.ProjectionView;
import cn.dabiao.api.projection.ProjectionsView;
import cn.dabiao.api.projection.RebuildView;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.query.projecting.Tokens;
import cn.dabiao.query.reading.Listing;
import cn.dabiao.query.rebuilding.RebuildRecord;
import cn.dabiao.query.rebuilding.Rebuilds;

@RestController
class ProjectionController implements ProjectionAdministration {

    private static final URI STATUS = URI.create("/api/v1/admin/projections");

    private final ProjectionStatuses statuses;
    private final Rebuilds rebuilds;
    private final ParkedEvents parked;

    ProjectionController(ProjectionStatuses statuses, Rebuilds rebuilds, ParkedEvents parked) {
        this.statuses = statuses;
        this.rebuilds = rebuilds;
        this.parked = parked;
    }

    @Override
    public ResponseEntity<ProjectionsView> list(Actor actor) {
        long head = statuses.head();
        List<ProjectionView> items = statuses.all().stream().map(ProjectionController::view).toList();
        return Answers.shown(head, new ProjectionsView(items, head));
    }

    @Override
    public ResponseEntity<RebuildView> rebuild(String group, Actor actor) {
        return ResponseEntity.accepted().location(STATUS).body(view(rebuilds.begin(group, actor.subject())));
    }

    @Override
    public ResponseEntity<RebuildView> cancel(String group, Actor actor) {
        return ResponseEntity.accepted().location(STATUS).body(view(rebuilds.cancel(group)));
    }

    @Override
    public ResponseEntity<Page<DeadLetterView>> deadLetters(
            String group, int limit, @Nullable String cursor, Actor actor) {
        require(group);
        Listing listing = Listing.of("dead letters", group);
        long after = listing.after(cursor, 1)
                .map(key -> Listing.figure(key.getFirst()).longValue())
                .orElse(Tokens.NOTHING);
        long head = statuses.head();
        return Answers.shown(head, listing.page(
                parked.firsts(group, after, limit + 1),
                limit,
                event -> List.of(event.position()),
                ProjectionController::view,
                head));
    }

    @Override
    public ResponseEntity<DeadLetterOutcome> retry(String group, long position, Actor actor) {
        require(group);
        return outcome(parked.retry(group, position));
    }

    @Override
    public ResponseEntity<DeadLetterOutcome> skip(String group, long position, ReasonRequest body, Actor actor) {
        require(group);
        return outcome(parked.skip(group, position, body.reason(), actor.subject()));
    }

    private void require(String group) {
        if (!statuses.groups().contains(group)) {
            throw new Refusal.NotFound(Thing.PROJECTION, group).asException();
        }
    }

    private static ResponseEntity<DeadLetterOutcome> outcome(Optional<ParkedEvent> next) {
        return ResponseEntity.ok(new DeadLetterOutcome(
                next.isEmpty(), next.map(ProjectionController::view).orElse(null)));
    }

    private static DeadLetterView view(ParkedEvent event) {
        return new DeadLetterView(
                event.position(), event.streamId(), event.eventType(), event.cause(), event.since(), event.waiting());
    }

    private static ProjectionView view(ProjectionStatus status) {
        return new ProjectionView(
                status.group(),
                status.state(),
                status.segments(),
                status.position(),
                status.lagEvents(),
                status.lag().toMillis() / 1000.0,
                status.eventsPerSecond(),
                status.parked(),
                status.parkedSequences(),
                status.rebuild().map(ProjectionController::view).orElse(null));
    }

    private static RebuildView view(RebuildRecord rebuild) {
        return new RebuildView(
                rebuild.group(),
                rebuild.state(),
                rebuild.position(),
                rebuild.target(),
                rebuild.eventsPerSecond(),
                rebuild.underWay() && rebuild.eventsPerSecond() > 0
                        ? Math.max(0, rebuild.target() - rebuild.position()) / rebuild.eventsPerSecond()
                        : null,
                rebuild.startedBy(),
                rebuild.startedAt(),
                rebuild.endedAt(),
                rebuild.failedPosition(),
                rebuild.failure());
    }
}
