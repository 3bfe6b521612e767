package cn.dabiao.app.limits;

import java.util.Locale;

/** Whose requests are counted together. */
enum LimitedBy {
    CLIENT,
    BUREAU,
    ADDRESS;

    /** The name of the policy in {@code RateLimit} and {@code RateLimit-Policy}. */
    String policy() {
        return name().toLowerCase(Locale.ROOT);
    }
}
