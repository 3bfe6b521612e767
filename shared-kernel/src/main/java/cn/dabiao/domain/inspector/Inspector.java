package cn.dabiao.domain.inspector;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Township;

/**
 * An inspector as the events have made them.
 *
 * @param recusals       the latest for each school, in the order in which they came up
 * @param suspendedSince since when the inspector is off duty; null for one on duty
 */
public record Inspector(
        InspectorId inspectorId,
        BureauCode bureau,
        PersonName name,
        Township township,
        @Nullable SchoolCode worksAt,
        List<Recusal> recusals,
        @Nullable Instant suspendedSince) {

    public Inspector {
        recusals = List.copyOf(recusals);
    }

    public static Inspector evolve(@Nullable Inspector before, InspectorEvent event) {
        return switch (event) {
            case InspectorEvent.InspectorRegistered registered -> new Inspector(
                    registered.inspectorId(),
                    registered.bureau(),
                    registered.name(),
                    registered.township(),
                    registered.worksAt(),
                    List.of(),
                    null);
            case InspectorEvent.RecusalDeclared declared -> registered(before, event).with(Recusal.declared(declared));
            case InspectorEvent.RecusalRequested asked -> registered(before, event).with(Recusal.requested(asked));
            case InspectorEvent.RecusalDecided decided -> registered(before, event).decided(decided);
            case InspectorEvent.InspectorSuspended suspended -> registered(before, event).suspended(suspended.at());
            case InspectorEvent.InspectorReinstated _ -> registered(before, event).suspended(null);
            case InspectorEvent.InspectorPersonErased _ -> registered(before, event);
        };
    }

    public Optional<Recusal> recusalFor(SchoolCode school) {
        return recusals.stream().filter(recusal -> recusal.schoolCode().equals(school)).findFirst();
    }

    private static Inspector registered(@Nullable Inspector before, InspectorEvent event) {
        return Objects.requireNonNull(before, () -> "an inspector begins with a registration, not with " + event);
    }

    private Inspector decided(InspectorEvent.RecusalDecided event) {
        return with(recusalFor(event.schoolCode()).orElseThrow().decided(event));
    }

    private Inspector with(Recusal next) {
        List<Recusal> latest = Stream.concat(
                        recusals.stream().filter(recusal -> !recusal.schoolCode().equals(next.schoolCode())),
                        Stream.of(next))
                .toList();
        return new Inspector(inspectorId, bureau, name, township, worksAt, latest, suspendedSince);
    }

    private Inspector suspended(@Nullable Instant since) {
        return new Inspector(inspectorId, bureau, name, township, worksAt, recusals, since);
    }
}
