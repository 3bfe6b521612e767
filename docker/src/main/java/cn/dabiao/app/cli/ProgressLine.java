package cn.dabiao.app.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

import cn.dabiao.ledger.verify.Progress;

/** A bar on stderr with events per second; nothing where nobody looks at it. */
final class ProgressLine implements Progress, AutoCloseable {

    private static final int WIDTH = 100;

    private final boolean shown;
    private @Nullable ProgressBar bar;

    private ProgressLine(boolean shown) {
        this.shown = shown;
    }

    static ProgressLine of(boolean wanted) {
        return new ProgressLine(wanted && isTerminal());
    }

    @Override
    public void begin(long events) {
        if (shown) {
            bar = new ProgressBarBuilder()
                    .setTaskName("verify")
                    .setInitialMax(events)
                    .setUnit(" events", 1)
                    .showSpeed()
                    .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH))
                    .build();
        }
    }

    @Override
    public void checked(long events) {
        Optional.ofNullable(bar).ifPresent(it -> it.stepTo(events));
    }

    /** The JDK does not tell whether stderr is a terminal; every POSIX shell does. */
    private static boolean isTerminal() {
        try {
            Process test = new ProcessBuilder("test", "-t", "2").redirectError(ProcessBuilder.Redirect.INHERIT).start();
            return test.waitFor(2, TimeUnit.SECONDS) && test.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Leaves the bar as it stands, on a line of its own. */
    @Override
    public void close() {
        Optional.ofNullable(bar).ifPresent(ProgressBar::close);
    }
}
