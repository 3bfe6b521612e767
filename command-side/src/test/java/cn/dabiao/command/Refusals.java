package cn.dabiao.command;

import org.hamcrest.CustomTypeSafeMatcher;
import org.hamcrest.Matcher;

import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.RefusedException;

/** What Axon's fixture is to expect of a command that is refused. */
public final class Refusals {

    private Refusals() {}

    public static Matcher<Throwable> isRefused(Refusal refusal) {
        return new CustomTypeSafeMatcher<>("refused: " + refusal) {
            @Override
            protected boolean matchesSafely(Throwable thrown) {
                return thrown instanceof RefusedException refused && refusal.equals(refused.refusal());
            }
        };
    }
}
