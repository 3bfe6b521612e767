package cn.dabiao.app.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.sun.security.auth.module.UnixSystem;

import cn.dabiao.app.start.StartRefused;

/**
 * As whom PostgreSQL runs. It refuses to run as root, but a container's only user often is root: then a user
 * namespace of its own hides root from it or, where containers forbid that, it runs as {@code nobody}.
 */
final class PostgresAccount {

    private static final int NOBODY = 65_534;
    private static final List<String> NAMESPACE = List.of("unshare", "--user");
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

    private final List<String> prefix;

    private PostgresAccount(List<String> prefix) {
        this.prefix = prefix;
    }

    static PostgresAccount choose(Path... mustBeReachable) {
        if (!isRoot()) {
            return new PostgresAccount(List.of());
        }
        // PostgreSQL asks for the name of its user, so the user must have one, not only a number.
        if (succeeds(NAMESPACE, "id", "-un")) {
            return new PostgresAccount(NAMESPACE);
        }
        for (Path path : mustBeReachable) {
            if (!succeeds(AS_NOBODY, "ls", path.toString())) {
                throw new StartRefused(
                        "PostgreSQL must not run as root, and user namespaces are not allowed here; the user nobody, "
                                + "as whom it would run instead, cannot read " + path + ".",
                        "Start as an ordinary user, or set dabiao.data-dir to a directory all users can reach, "
                                + "such as /var/lib/dabiao, or set spring.datasource.url.");
            }
        }
        return new PostgresAccount(AS_NOBODY);
    }

    List<String> command(List<String> command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }

    /** Hands a file over to the account, where that is not the one of this process. */
    void give(Path path) throws IOException {
        if (prefix.equals(AS_NOBODY)) {
            Files.setAttribute(path, "unix:uid", NOBODY);
            Files.setAttribute(path, "unix:gid", NOBODY);
        }
    }

    private static boolean isRoot() {
        return !System.getProperty("os.name").startsWith("Windows") && new UnixSystem().getUid() == 0;
    }

    private static boolean succeeds(List<String> prefix, String... command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(List.of(command));
        try {
            Process process = new ProcessBuilder(whole)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
