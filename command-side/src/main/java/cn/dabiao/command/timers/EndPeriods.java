package cn.dabiao.command.timers;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.axonframework.deadline.DeadlineMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.ScopeAware;
import org.axonframework.messaging.ScopeAwareProvider;
import org.axonframework.messaging.ScopeDescriptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateScopeDescriptor;

import cn.dabiao.ledger.StreamId;

/**
 * Where all our deadlines arrive. Not at the aggregate that they are about, because an aggregate has no clock and looks at
 * no other: the period it was brings along what has to be decided on, in a command.
 */
final class EndPeriods implements ScopeAware, ScopeAwareProvider {

    private final Supplier<List<Period>> periods;

    EndPeriods(Supplier<List<Period>> periods) {
        this.periods = periods;
    }

    @Override
    public Stream<ScopeAware> provideScopeAwareStream(ScopeDescriptor scope) {
        return Stream.of(this);
    }

    @Override
    public boolean canResolve(ScopeDescriptor scope) {
        return scope instanceof AggregateScopeDescriptor;
    }

    @Override
    public void send(Message<?> message, ScopeDescriptor scope) {
        DeadlineMessage<?> deadline = (DeadlineMessage<?>) message;
        StreamId stream = new StreamId((String) ((AggregateScopeDescriptor) scope).getIdentifier());
        outside(CurrentUnitOfWork.get(), () -> named(deadline.getDeadlineName())
                .ended(stream, (String) deadline.getPayload()));
    }

    private Period named(String name) {
        return periods.get().stream()
                .filter(period -> period.name().equals(name))
                .findFirst()
                // Perhaps of a newer build, running beside this one. It is tried again, and so by that one in the end.
                .orElseThrow(() -> new IllegalStateException("this build knows no period " + name));
    }

    /** Events of a command inside another's unit of work would be appended at the end of that, when nobody looks. */
    private static void outside(UnitOfWork<?> unit, Runnable task) {
        CurrentUnitOfWork.clear(unit);
        try {
            task.run();
        } finally {
            CurrentUnitOfWork.set(unit);
        }
    }
}
