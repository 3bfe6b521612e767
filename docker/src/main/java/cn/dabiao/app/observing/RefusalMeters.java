package cn.dabiao.app.observing;

import java.util.Objects;

import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;

import cn.dabiao.api.problem.ProblemListener;
import cn.dabiao.api.problem.ProblemType;

/** Counts answered problems by their type, of which there are as many as the contract names. */
@Component
final class RefusalMeters implements ProblemListener {

    private final MeterProvider<Counter> refusals;

    RefusalMeters(MeterRegistry registry) {
        this.refusals = Counter.builder("dabiao.refusals")
                .description("Requests that were answered with a problem")
                .withRegistry(registry);
    }

    @Override
    public void answered(ProblemDetail problem) {
        refusals.withTags(
                        "problem", ProblemType.slugOf(Objects.requireNonNull(problem.getType())),
                        "status", Integer.toString(problem.getStatus()))
                .increment();
    }
}
