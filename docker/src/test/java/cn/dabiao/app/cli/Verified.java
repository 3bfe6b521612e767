package cn.dabiao.app.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** The product's own verification, as its command line runs it. */
public final class Verified {

    private Verified() {}

    /** What it ends with: its exit code, a space, and what it says. */
    public static String by(String... arguments) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        return Verify.run(out, out, arguments) + " " + said;
    }
}
