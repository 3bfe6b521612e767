package cn.dabiao.ledger.verify;

import java.sql.SQLException;
import javax.sql.DataSource;

import cn.dabiao.ledger.TestPostgres;
import cn.dabiao.ledger.store.GeneratedLedger;

/**
 * How fast a store is verified: a million events of about 500 bytes in 3,000 streams, with PostgreSQL on the same machine.
 * From the root of the checkout, with the JDK that builds it ({@code target/classpath} has what is on the class path):
 *
 * <pre>{@code
 * mvn -q -pl shared-kernel process-test-classes dependency:build-classpath -Dmdep.outputFile=target/classpath
 * cd shared-kernel
 * java -cp target/test-classes:target/classes:$(cat target/classpath) cn.dabiao.ledger.verify.VerifierSpeed
 * }</pre>
 *
 * <p>Another number of events may follow.
 */
final class VerifierSpeed {

    private static final int STREAMS = 3_000;
    private static final int PAYLOAD = 500;
    private static final int ROUNDS = 3;

    private VerifierSpeed() {}

    public static void main(String[] args) throws SQLException {
        int events = args.length == 0 ? 1_000_000 : Integer.parseInt(args[0]);
        DataSource database = TestPostgres.migrated();
        long filling = System.nanoTime();
        GeneratedLedger.fill(database, events, 5_000, STREAMS, PAYLOAD);
        System.out.printf("filled with %,d events in %.1f s%n", events, seconds(filling));
        for (int round = 1; round <= ROUNDS; round++) {
            long began = System.nanoTime();
            StoreReport report = new StoreVerifier(Trust.NOTHING, Progress.NONE).verify(database);
            System.out.printf("%s%n  in %.2f s: %,.0f events/s%n", report, seconds(began), events / seconds(began));
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
