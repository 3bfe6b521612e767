package cn.dabiao.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.tracing.NoOpSpanFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

import cn.dabiao.api.RequestIds;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.refusal.RefusedException;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.ledger.LedgerUnavailable;
import cn.dabiao.ledger.store.Receipt;

/** The product's own bus, with a handler that the test answers for. */
class CommandsTest {

    private static final Actor OFFICE =
            new Actor("office", Set.of(Role.OFFICE), new BureauCode("320724"), null, null);

    private final CommandBus bus = new CommandSideConfiguration().commandBus(NoOpSpanFactory.INSTANCE);
    private final List<CommandMessage<?>> handled = new ArrayList<>();

    @AfterEach
    void forgetTheRequest() {
        MDC.clear();
    }

    @Test
    void whoever_loses_a_race_decides_anew() {
        Commands commands = answering(attempt -> {
            if (attempt < 3) {
                throw new ConcurrencyException("somebody else was faster", new IllegalStateException("23505"));
            }
            return "done";
        });
        assertThat(commands.send("do", String.class, OFFICE, Role.OFFICE)).isEqualTo(new Recorded<>("done", 102));
        assertThat(handled).hasSize(3);
    }

    @Test
    void whoever_loses_every_race_is_told() {
        Commands commands = answering(_ -> {
            throw new ConcurrencyException("somebody else was faster");
        });
        assertThatThrownBy(() -> commands.send("do", String.class, OFFICE, Role.OFFICE))
                .isInstanceOf(LedgerUnavailable.class);
        assertThat(handled).hasSize(6);
    }

    @Test
    void a_refusal_is_an_answer_and_not_tried_again() {
        Refusal refusal = new Refusal.NotFound(Thing.SCHOOL, "2132072401");
        Commands commands = answering(_ -> {
            throw refusal.asException();
        });
        assertThatThrownBy(() -> commands.send("do", String.class, OFFICE, Role.OFFICE))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.refusal()).isEqualTo(refusal));
        assertThat(handled).hasSize(1);
    }

    @Test
    void what_exists_already_is_not_opened_again_however_often_one_tries() {
        Commands commands = answering(_ -> {
            throw new AggregateStreamCreationException("there is one");
        });
        assertThat(commands.open("open", OFFICE, Role.OFFICE)).isEmpty();
        assertThat(handled).hasSize(1);
    }

    @Test
    void a_ledger_that_fails_is_not_hammered() {
        Commands commands = answering(_ -> {
            throw new EventStoreException("no connection");
        });
        assertThatThrownBy(() -> commands.open("open", OFFICE, Role.OFFICE)).isInstanceOf(LedgerUnavailable.class);
        assertThat(handled).hasSize(1);
    }

    @Test
    void a_command_carries_who_sent_it_in_which_role_and_for_which_request() {
        MDC.put(RequestIds.LOG_KEY, "r-1");
        assertThat(answering(_ -> "done").open("open", OFFICE, Role.OFFICE)).hasValue(100);
        assertThat(handled.getFirst().getMetaData()).isEqualTo(MetaData.with("actor", "office")
                .and("role", "OFFICE")
                .and("bureau", "320724")
                .and("requestId", "r-1"));
    }

    @Test
    void nobodys_bureau_and_no_request_are_left_out() {
        Actor operator = new Actor("operator", Set.of(Role.OPERATOR), null, null, null);
        assertThat(answering(_ -> "done").open("open", operator, Role.OPERATOR)).hasValue(100);
        assertThat(handled.getFirst().getMetaData())
                .isEqualTo(MetaData.with("actor", "operator").and("role", "OPERATOR"));
    }

    private Commands answering(Function<Integer, Object> handler) {
        bus.subscribe(String.class.getName(), message -> {
            handled.add(message);
            // As the ledger would: the n-th attempt is the n-th event after the hundredth.
            Receipt.note(99 + handled.size());
            return handler.apply(handled.size());
        });
        return TestCommands.sentTo(bus);
    }
}
