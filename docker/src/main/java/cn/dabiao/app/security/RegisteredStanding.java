package cn.dabiao.app.security;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.springframework.stereotype.Component;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

import cn.dabiao.api.web.Standing;
import cn.dabiao.domain.inspector.Inspector;
import cn.dabiao.domain.inspector.InspectorEvent;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.school.Cessation;
import cn.dabiao.domain.school.School;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolEvent;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.ledger.LedgerReader;

/**
 * Whether the register still knows whom a token speaks for: a token lives longer than an office may wait. Read from the
 * ledger and remembered for {@link #KEPT}, whatever node the suspension came to. Somebody off duty is not served whatever
 * other roles stand beside it in the token. A school that has ceased is served for as long as it has an assessment in a
 * campaign that is open: that goes its way to the end.
 */
@Component
final class RegisteredStanding implements Standing {

    static final Duration KEPT = Duration.ofSeconds(30);
    private static final int MOST = 10_000;

    private final LedgerReader ledger;
    private final LoadingCache<NumberedInspector, Optional<Refusal>> inspectors =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build(this::lookUp);
    private final LoadingCache<SchoolCode, Optional<Refusal>> schools =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build(this::lookUp);

    RegisteredStanding(LedgerReader ledger) {
        this.ledger = ledger;
    }

    /** Each bureau numbers its own. */
    private record NumberedInspector(BureauCode bureau, InspectorId id) {}

    @Override
    public Optional<Refusal> against(Actor actor) {
        BureauCode bureau = actor.bureau();
        InspectorId inspector = actor.inspector();
        Optional<Refusal> suspended = actor.is(Role.INSPECTOR) && bureau != null && inspector != null
                ? inspectors.get(new NumberedInspector(bureau, inspector))
                : Optional.empty();
        SchoolCode school = actor.school();
        return suspended.isEmpty() && actor.is(Role.SCHOOL) && school != null ? schools.get(school) : suspended;
    }

    private Optional<Refusal> lookUp(NumberedInspector who) {
        Inspector inspector = null;
        for (InspectorEvent event : ledger.inspectorEvents(who.bureau(), who.id())) {
            inspector = Inspector.evolve(inspector, event);
        }
        return Optional.ofNullable(inspector)
                .map(Inspector::suspendedSince)
                .map(since -> new Refusal.InspectorIsSuspended(who.id(), since));
    }

    private Optional<Refusal> lookUp(SchoolCode code) {
        School school = null;
        for (SchoolEvent event : ledger.schoolEvents(List.of(code))) {
            school = School.evolve(school, event);
        }
        Cessation ceased = school == null ? null : school.ceased();
        return ceased == null || ledger.hasRunningAssessment(code)
                ? Optional.empty()
                : Optional.of(new Refusal.SchoolAccountEnded(code, Objects.requireNonNull(school).status(), ceased.at()));
    }
}
