package cn.dabiao.command.assessment;

import java.security.SecureRandom;
import java.util.HexFormat;

import cn.dabiao.domain.assessment.Seed;

/** Seeds that nobody can foresee, for draws whose caller brought none. */
final class Seeds {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Seeds() {}

    static Seed fresh() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return new Seed(HexFormat.of().formatHex(bytes));
    }
}
