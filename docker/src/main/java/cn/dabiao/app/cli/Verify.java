package cn.dabiao.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import cn.dabiao.ledger.bundle.BundleReport;
import cn.dabiao.ledger.bundle.BundleVerifier;
import cn.dabiao.ledger.proof.Malformed;
import cn.dabiao.ledger.proof.VerifierKey;
import cn.dabiao.ledger.verify.StoreReport;
import cn.dabiao.ledger.verify.StoreVerifier;
import cn.dabiao.ledger.verify.Trust;

/** {@code verify}: whether the ledger, or a school's bundle of it, is what was signed. Answers by its exit code. */
@Command(
        name = Verify.NAME,
        customSynopsis = "java -jar dabiao.jar verify [options]",
        description = {
            "Reads the whole ledger again and derives everything that is stored or signed about its events. Names the "
                    + "first event that is not what it was. Only reads; Dabiao may run meanwhile.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:sound", "1:unsound", "2:could not be checked: bad usage, no database"})
public final class Verify implements Callable<Integer> {

    /** The first argument of the distribution that means this and not the server. */
    public static final String NAME = "verify";

    static final int SOUND = 0;
    static final int UNSOUND = 1;
    static final int NOT_CHECKED = 2;

    @ArgGroup(validate = false, heading = "")
    private Source source = new Source();

    @Option(names = "--bundle", paramLabel = "FILE", description = "Verify this school's bundle, and no database.")
    private @Nullable Path bundle;

    @Option(
            names = "--key",
            paramLabel = "KEY-OR-FILE",
            description = "A verifier key known from elsewhere: only signatures of such keys count. May be repeated. "
                    + "Without it the keys stored with the checkpoints are taken at their word.")
    private List<String> keys = new ArrayList<>();

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "A checkpoint kept outside the database, which the ledger has to continue. May be repeated.")
    private List<Path> checkpoints = new ArrayList<>();

    @Option(names = "--no-progress", description = "No progress bar, even when stderr is a terminal.")
    private boolean noProgress;

    @Spec
    private @Nullable CommandSpec spec;

    private Verify() {}

    /** Runs to the end on the process's own streams; answers the exit code. */
    public static int run(String... arguments) {
        // Before the first logger: whatever is worth a warning goes to stderr, and the report has stdout to itself.
        System.setProperty("logback.configurationFile", "logback-cli.xml");
        return run(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                arguments);
    }

    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        Verify verify = new Verify();
        return new CommandLine(verify)
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    // Ctrl-C takes the database away first; that is no news to whoever pressed it.
                    if (!verify.source.isBeingStopped()) {
                        command.getErr().println("not checked: " + Words.of(failure));
                    }
                    return NOT_CHECKED;
                })
                .execute(arguments);
    }

    @Override
    public Integer call() throws IOException, SQLException {
        Set<VerifierKey> known = new LinkedHashSet<>();
        try {
            for (String key : keys) {
                known.add(Brought.key(key));
            }
            return bundle == null ? verifyStore(Trust.of(known, Brought.notes(checkpoints))) : verifyBundle(bundle, known);
        } catch (Malformed e) {
            throw wrongUsage(e.getMessage());
        }
    }

    private int verifyStore(Trust trust) throws SQLException, IOException {
        source.whatIsWrong().ifPresent(what -> {
            throw wrongUsage(what);
        });
        StoreReport report = report(trust);
        print(Words.of(report, trust));
        return report instanceof StoreReport.Sound ? SOUND : UNSOUND;
    }

    private StoreReport report(Trust trust) throws SQLException, IOException {
        try (Source.Opened ledger = source.open();
                ProgressLine progress = ProgressLine.of(!noProgress)) {
            return new StoreVerifier(trust, progress).verify(ledger.database());
        }
    }

    /** Of several keys one has to be the bundle's. */
    private int verifyBundle(Path file, Set<VerifierKey> known) throws IOException {
        if (!checkpoints.isEmpty() || source.isGiven()) {
            throw wrongUsage("a bundle brings its own checkpoint and needs no database");
        }
        List<Optional<VerifierKey>> trusted =
                known.isEmpty() ? List.of(Optional.empty()) : known.stream().map(Optional::of).toList();
        BundleReport report = new BundleReport.Unsound(OptionalLong.empty(), Optional.empty(), "");
        for (Optional<VerifierKey> each : trusted) {
            report = new BundleVerifier(each, checked -> {}).verify(file);
            if (report instanceof BundleReport.Sound) {
                break;
            }
        }
        print(Words.of(report, !known.isEmpty()));
        return report instanceof BundleReport.Sound ? SOUND : UNSOUND;
    }

    private void print(List<String> lines) {
        lines.forEach(spec().commandLine().getOut()::println);
    }

    private ParameterException wrongUsage(String what) {
        return new ParameterException(spec().commandLine(), what);
    }

    private CommandSpec spec() {
        return Objects.requireNonNull(spec, "picocli sets it before it calls");
    }
}
