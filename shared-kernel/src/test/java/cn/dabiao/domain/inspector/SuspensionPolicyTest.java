package cn.dabiao.domain.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

import cn.dabiao.domain.assessment.Roster;
import cn.dabiao.domain.inspector.InspectorEvent.InspectorReinstated;
import cn.dabiao.domain.inspector.InspectorEvent.InspectorSuspended;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.RefusedException;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.examples.Guannan;

/** On duty, suspended, on duty again: nothing is done twice, and who is off duty is not drawn. */
class SuspensionPolicyTest {

    private static final InspectorId ID = Guannan.inspector(4);
    private static final Reason REASON = new Reason("停职接受调查");
    private static final Instant SINCE = Guannan.at("2018-04-02T09:00");

    private static final Inspector ON_DUTY = Guannan.inspector(4, "北陈集镇", null);
    private static final Inspector SUSPENDED =
            Inspector.evolve(ON_DUTY, new InspectorSuspended(ID, Guannan.BUREAU, REASON, SINCE));
    private static final Inspector AGAIN = Inspector.evolve(
            SUSPENDED, new InspectorReinstated(ID, Guannan.BUREAU, REASON, SINCE.plusSeconds(1)));

    @Test
    void who_is_on_duty_can_be_suspended_and_nobody_else() {
        assertThatNoException().isThrownBy(() -> SuspensionPolicy.requireOnDuty(ON_DUTY));
        assertThatNoException().isThrownBy(() -> SuspensionPolicy.requireOnDuty(AGAIN));
        assertThat(refusal(SuspensionPolicy::requireOnDuty, SUSPENDED))
                .isEqualTo(new Refusal.AlreadySuspended(ID, SINCE));
    }

    @Test
    void who_is_suspended_can_be_put_on_duty_again_and_nobody_else() {
        assertThatNoException().isThrownBy(() -> SuspensionPolicy.requireSuspended(SUSPENDED));
        assertThat(refusal(SuspensionPolicy::requireSuspended, ON_DUTY)).isEqualTo(new Refusal.NotSuspended(ID));
        assertThat(refusal(SuspensionPolicy::requireSuspended, AGAIN)).isEqualTo(new Refusal.NotSuspended(ID));
    }

    @Test
    void a_suspension_changes_nothing_but_the_duty() {
        assertThat(SUSPENDED.suspendedSince()).isEqualTo(SINCE);
        assertThat(AGAIN).isEqualTo(ON_DUTY);
    }

    @Test
    void the_roster_on_duty_is_without_them() {
        Inspector other = Guannan.inspector(5, "北陈集镇", null);

        assertThat(new Roster(List.of(SUSPENDED, other)).onDuty()).isEqualTo(new Roster(List.of(other)));
    }

    private static Refusal refusal(Consumer<Inspector> rule, Inspector inspector) {
        return catchThrowableOfType(RefusedException.class, () -> rule.accept(inspector)).refusal();
    }
}
