package cn.dabiao.domain.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import cn.dabiao.domain.inspector.InspectorEvent.RecusalDecided;
import cn.dabiao.domain.inspector.InspectorEvent.RecusalDeclared;
import cn.dabiao.domain.inspector.InspectorEvent.RecusalRequested;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.RefusedException;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.examples.Guannan;

/** The whole table: what each standing lets be declared, asked for and decided. */
class RecusalPolicyTest {

    private static final InspectorId ID = Guannan.inspector(4);
    private static final Inspector NOBODYS = Guannan.inspector(4, "北陈集镇", null);
    private static final Reason REASON = new Reason("配偶在该校任教");
    private static final Instant AT = Guannan.at("2018-03-30T08:30");

    private static final Inspector DECLARED = after(NOBODYS, declared(Guannan.SCHOOL));
    private static final Inspector REQUESTED = after(NOBODYS, requested());
    private static final Inspector UPHELD = after(REQUESTED, decided(RecusalOutcome.UPHELD));
    private static final Inspector DISMISSED = after(REQUESTED, decided(RecusalOutcome.DISMISSED));

    @Test
    void what_is_declared_or_upheld_stands_and_nothing_else() {
        assertThat(List.of(DECLARED, UPHELD)).allMatch(RecusalPolicyTest::stands);
        assertThat(List.of(REQUESTED, DISMISSED)).noneMatch(RecusalPolicyTest::stands);
        assertThat(NOBODYS.recusalFor(Guannan.SCHOOL)).isEmpty();
        assertThat(DECLARED.recusalFor(Guannan.ANOTHER_SCHOOL)).as("for one school alone").isEmpty();
    }

    @Test
    void a_recusal_is_declared_unless_one_stands() {
        assertThat(List.of(NOBODYS, REQUESTED, DISMISSED))
                .allMatch(inspector -> refusal(RecusalPolicy::requireDeclarable, inspector) == null);
        assertThat(refusal(RecusalPolicy::requireDeclarable, DECLARED)).isEqualTo(already(RecusalStanding.DECLARED));
        assertThat(refusal(RecusalPolicy::requireDeclarable, UPHELD)).isEqualTo(already(RecusalStanding.UPHELD));
    }

    @Test
    void a_recusal_is_asked_for_once_and_again_after_a_dismissal() {
        assertThat(List.of(NOBODYS, DISMISSED))
                .allMatch(inspector -> refusal(RecusalPolicy::requireRequestable, inspector) == null);
        assertThat(refusal(RecusalPolicy::requireRequestable, DECLARED)).isEqualTo(already(RecusalStanding.DECLARED));
        assertThat(refusal(RecusalPolicy::requireRequestable, REQUESTED)).isEqualTo(already(RecusalStanding.REQUESTED));
        assertThat(refusal(RecusalPolicy::requireRequestable, UPHELD)).isEqualTo(already(RecusalStanding.UPHELD));
    }

    @Test
    void a_leader_decides_what_a_school_asked_for_and_only_once() {
        assertThat(refusal(RecusalPolicy::requireDecidable, REQUESTED)).isNull();
        assertThat(refusal(RecusalPolicy::requireDecidable, NOBODYS))
                .isEqualTo(new Refusal.NoRecusalRequested(ID, Guannan.SCHOOL));
        assertThat(refusal(RecusalPolicy::requireDecidable, DECLARED))
                .isEqualTo(new Refusal.NoRecusalRequested(ID, Guannan.SCHOOL));
        assertThat(refusal(RecusalPolicy::requireDecidable, UPHELD))
                .isEqualTo(new Refusal.RecusalAlreadyDecided(ID, Guannan.SCHOOL, RecusalOutcome.UPHELD));
        assertThat(refusal(RecusalPolicy::requireDecidable, DISMISSED))
                .isEqualTo(new Refusal.RecusalAlreadyDecided(ID, Guannan.SCHOOL, RecusalOutcome.DISMISSED));
    }

    @Test
    void each_school_has_its_latest_recusal() {
        Inspector both = after(after(REQUESTED, declared(Guannan.ANOTHER_SCHOOL)), declared(Guannan.SCHOOL));

        assertThat(both.recusals()).extracting(Recusal::schoolCode, Recusal::standing).containsExactly(
                org.assertj.core.groups.Tuple.tuple(Guannan.ANOTHER_SCHOOL, RecusalStanding.DECLARED),
                org.assertj.core.groups.Tuple.tuple(Guannan.SCHOOL, RecusalStanding.DECLARED));
    }

    @Test
    void a_request_made_anew_waits_for_a_decision_of_its_own() {
        Recusal again = after(DISMISSED, requested()).recusalFor(Guannan.SCHOOL).orElseThrow();

        assertThat(again).isEqualTo(
                new Recusal(Guannan.SCHOOL, RecusalStanding.REQUESTED, Role.SCHOOL, REASON, AT, null));
    }

    @Test
    void an_inspector_begins_with_a_registration() {
        assertThatNullPointerException().isThrownBy(() -> Inspector.evolve(null, requested()));
    }

    private static boolean stands(Inspector inspector) {
        return inspector.recusalFor(Guannan.SCHOOL).orElseThrow().stands();
    }

    private static Refusal already(RecusalStanding standing) {
        return new Refusal.AlreadyRecused(ID, Guannan.SCHOOL, standing);
    }

    private static @Nullable Refusal refusal(BiConsumer<Inspector, SchoolCode> rule, Inspector inspector) {
        RefusedException refused =
                catchThrowableOfType(RefusedException.class, () -> rule.accept(inspector, Guannan.SCHOOL));
        return refused == null ? null : refused.refusal();
    }

    private static Inspector after(Inspector before, InspectorEvent event) {
        return Objects.requireNonNull(Inspector.evolve(before, event));
    }

    private static InspectorEvent declared(SchoolCode school) {
        return new RecusalDeclared(ID, Guannan.BUREAU, school, Role.INSPECTOR, REASON, AT);
    }

    private static InspectorEvent requested() {
        return new RecusalRequested(ID, Guannan.BUREAU, Guannan.SCHOOL, REASON, AT);
    }

    private static InspectorEvent decided(RecusalOutcome outcome) {
        return new RecusalDecided(ID, Guannan.BUREAU, Guannan.SCHOOL, outcome, REASON, AT);
    }
}
