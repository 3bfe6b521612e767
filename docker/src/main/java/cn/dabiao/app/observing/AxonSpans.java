package cn.dabiao.app.observing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import org.axonframework.messaging.Message;
import org.axonframework.tracing.Span;
import org.axonframework.tracing.SpanAttributesProvider;
import org.axonframework.tracing.SpanFactory;
import org.axonframework.tracing.SpanScope;
import org.jspecify.annotations.Nullable;

import io.micrometer.tracing.Tracer;

/**
 * Shows inside a request's trace what Axon does: handling the command, loading, appending. An event is not given a trace
 * along, as Axon's own factory for OpenTelemetry would: what is stored of it is for ever, and traces are not.
 */
final class AxonSpans implements SpanFactory {

    private final Tracer tracer;
    private final List<SpanAttributesProvider> attributes = new CopyOnWriteArrayList<>();

    AxonSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public Span createRootTrace(Supplier<String> name) {
        return new Traced(tracer, tracer.spanBuilder().name(name.get()).setNoParent());
    }

    @Override
    public Span createHandlerSpan(
            Supplier<String> name, Message<?> parent, boolean isChildTrace, Message<?>... linkedParents) {
        return about(name, parent);
    }

    @Override
    public Span createDispatchSpan(Supplier<String> name, @Nullable Message<?> parent, Message<?>... linkedSiblings) {
        return about(name, parent);
    }

    @Override
    public Span createInternalSpan(Supplier<String> name) {
        return about(name, null);
    }

    @Override
    public Span createInternalSpan(Supplier<String> name, Message<?> message) {
        return about(name, message);
    }

    @Override
    public void registerSpanAttributeProvider(SpanAttributesProvider provider) {
        attributes.add(provider);
    }

    @Override
    public <M extends Message<?>> M propagateContext(M message) {
        return message;
    }

    private Span about(Supplier<String> name, @Nullable Message<?> message) {
        Span span = new Traced(tracer, tracer.spanBuilder().name(name.get()));
        if (message != null) {
            attributes.forEach(each -> each.provideForMessage(message).forEach(span::addAttribute));
        }
        return span;
    }

    /** A span of the trace that the thread is in when it is started. */
    private static final class Traced implements Span {

        private final Tracer tracer;
        private final io.micrometer.tracing.Span.Builder builder;
        private io.micrometer.tracing.@Nullable Span started;

        Traced(Tracer tracer, io.micrometer.tracing.Span.Builder builder) {
            this.tracer = tracer;
            this.builder = builder;
        }

        @Override
        public Span start() {
            started = builder.start();
            return this;
        }

        @Override
        public SpanScope makeCurrent() {
            Tracer.SpanInScope scope = tracer.withSpan(started);
            return scope::close;
        }

        @Override
        public void end() {
            if (started != null) {
                started.end();
            }
        }

        @Override
        public Span recordException(Throwable failure) {
            if (started != null) {
                started.error(failure);
            }
            return this;
        }

        @Override
        public Span addAttribute(String key, String value) {
            if (started == null) {
                builder.tag(key, value);
            } else {
                started.tag(key, value);
            }
            return this;
        }
    }
}
