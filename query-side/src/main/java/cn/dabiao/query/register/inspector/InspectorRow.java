package cn.dabiao.query.register.inspector;

import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import cn.dabiao.api.inspector.InspectorView;
import cn.dabiao.api.inspector.InspectorView.DecisionView;
import cn.dabiao.api.inspector.InspectorView.RecusalView;
import cn.dabiao.domain.inspector.Inspector;
import cn.dabiao.domain.inspector.InspectorEvent;
import cn.dabiao.domain.inspector.Recusal;
import cn.dabiao.query.projecting.Folded;
import cn.dabiao.query.reading.ReadScope;

record InspectorRow(Inspector inspector, Instant registeredAt, long version, long position) implements Folded {

    static InspectorRow after(@Nullable InspectorRow before, InspectorEvent event, long position) {
        Inspector inspector = Inspector.evolve(before == null ? null : before.inspector(), event);
        return switch (event) {
            case InspectorEvent.InspectorRegistered registered -> new InspectorRow(
                    inspector, registered.registeredAt(), 1, position);
            case InspectorEvent.RecusalDeclared _, InspectorEvent.RecusalRequested _, InspectorEvent.RecusalDecided _,
                    InspectorEvent.InspectorSuspended _, InspectorEvent.InspectorReinstated _,
                    InspectorEvent.InspectorPersonErased _ -> {
                InspectorRow row = Objects.requireNonNull(before, "who is recused, suspended or erased is registered");
                yield new InspectorRow(inspector, row.registeredAt(), row.version() + 1, position);
            }
        };
    }

    /** The bureau and the id, as in the name of the stream. */
    String key() {
        return inspector.bureau() + ":" + inspector.inspectorId();
    }

    String id() {
        return inspector.inspectorId().value();
    }

    InspectorView shownAt(long shown, ReadScope scope) {
        return new InspectorView(
                inspector.inspectorId(),
                inspector.bureau(),
                scope.showsPersons() ? inspector.name() : null,
                inspector.township(),
                inspector.worksAt(),
                inspector.recusals().stream().map(recusal -> view(recusal, scope)).toList(),
                inspector.suspendedSince(),
                registeredAt,
                version,
                shown);
    }

    private static RecusalView view(Recusal recusal, ReadScope scope) {
        Recusal.Decision decision = recusal.decision();
        return new RecusalView(
                recusal.schoolCode(),
                recusal.standing(),
                recusal.stands(),
                recusal.by(),
                scope.showsPersons() ? recusal.reason() : null,
                recusal.at(),
                decision == null
                        ? null
                        : new DecisionView(
                                decision.outcome(), scope.showsPersons() ? decision.reason() : null, decision.at()));
    }
}
