package cn.dabiao.app.observing;

import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Leaves out Boot's tracing as long as no collector is named: it would make a span for every request and drop it in the end.
 */
final class NoTracesForNobody implements AutoConfigurationImportFilter, EnvironmentAware {

    private boolean wanted;

    @Override
    public void setEnvironment(Environment environment) {
        this.wanted = Collector.isNamed(environment);
    }

    @Override
    public boolean[] match(@Nullable String[] candidates, AutoConfigurationMetadata metadata) {
        boolean[] matches = new boolean[candidates.length];
        IntStream.range(0, candidates.length).forEach(index -> matches[index] = wanted || !isTracing(candidates[index]));
        return matches;
    }

    /** A candidate is null that another filter has left out already. */
    private static boolean isTracing(@Nullable String candidate) {
        return candidate != null
                && (candidate.startsWith("org.springframework.boot.micrometer.tracing.")
                        || candidate.startsWith("org.springframework.boot.opentelemetry."));
    }
}
