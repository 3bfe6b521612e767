package cn.dabiao.app.kills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import cn.dabiao.app.Caller;
import cn.dabiao.app.Distribution;
import cn.dabiao.app.kills.Entry.Kind;
import cn.dabiao.app.postgres.ServerProcess;

/**
 * Kills the distribution and its PostgreSQL with {@code kill -9}, again and again under load. A few times in every build;
 * {@code -Ddabiao.kills.jvm}, {@code -Ddabiao.kills.postgres} and {@code -Ddabiao.kills.seed} make it more, or the same again.
 */
class KilledIT {

    private static final int JVM = Integer.getInteger("dabiao.kills.jvm", 2);
    private static final int POSTGRES = Integer.getInteger("dabiao.kills.postgres", 1);
    private static final long SEED = Long.getLong("dabiao.kills.seed", System.nanoTime());
    private static final int LATEST_MILLIS = 1_500;
    /** After each kill and before the first the load has to be running, which is 40 acknowledged writes. */
    private static final int FLOOR = 40 * (JVM + POSTGRES + 1);

    private enum Victim {
        JVM,
        POSTGRES
    }

    private final Random random = new Random(SEED);
    private final List<Long> moments = new ArrayList<>();
    private final long begun = System.nanoTime();
    private Distribution dabiao;
    private Process running;

    @BeforeEach
    void start() throws IOException {
        dabiao = Distribution.onFreshData();
        running = dabiao.start();
        dabiao.untilReady(running);
    }

    @AfterEach
    void stop() throws InterruptedException {
        running.destroy();
        running.waitFor();
    }

    @Test
    void whatever_is_killed_under_load_every_acknowledged_event_is_there_once_and_the_whole_ledger_is_sound() throws Exception {
        say("seed %d, data in %s".formatted(SEED, dabiao.data()));
        List<Entry> journal;
        try (Load load = Load.on(dabiao)) {
            load.untilRunning();
            for (Victim victim : victims()) {
                Thread.sleep(random.nextInt(LATEST_MILLIS));
                kill(victim);
                load.untilRunning();
                say("%d of %d killed, last %s; %d events acknowledged"
                        .formatted(moments.size(), JVM + POSTGRES, victim, load.acknowledged()));
            }
            load.stop();
            journal = load.entries();
        }

        assertThat(moments).hasSize(JVM + POSTGRES).allSatisfy(moment -> assertThat(journal)
                .as("writes were under way when it was killed")
                .anyMatch(entry -> entry.wasInFlightAt(moment)));
        assertThat(journal)
                .as("an error that blames the client, 412 after an unknown outcome for one, and never 500")
                .allMatch(entry -> entry.kind() != Kind.REFUSED || entry.status() / 100 == 4);
        List<Entry> acknowledged = journal.stream().filter(Entry::isAcknowledged).toList();
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(FLOOR);
        assertAllAreThere(acknowledged, journal);
        assertThat(dabiao.verify()).startsWith("0 sound: ");
        assertProjectionsGoOn(acknowledged);
    }

    private List<Victim> victims() {
        List<Victim> victims = new ArrayList<>(Collections.nCopies(JVM, Victim.JVM));
        victims.addAll(Collections.nCopies(POSTGRES, Victim.POSTGRES));
        Collections.shuffle(victims, random);
        return victims;
    }

    private void kill(Victim victim) throws Exception {
        ServerProcess postgres = ServerProcess.in(dabiao.data());
        moments.add(System.currentTimeMillis());
        switch (victim) {
            case POSTGRES -> postgres.kill();
            case JVM -> {
                running.destroyForcibly().waitFor();
                running = dabiao.start();
                dabiao.untilReady(running);
            }
        }
    }

    private void assertAllAreThere(List<Entry> acknowledged, List<Entry> journal) throws Exception {
        StoredLedger ledger = stored();
        acknowledged.forEach(ledger::has);
        ledger.hasNothingTwice();
        Map<String, Integer> events = ledger.eventsByRequest();
        assertThat(journal).allSatisfy(entry -> {
            int stored = events.getOrDefault(entry.requestId(), 0);
            switch (entry.kind()) {
                case ACKNOWLEDGED -> assertThat(stored).isOne();
                case UNKNOWN -> assertThat(stored).isBetween(0, 1);
                case REFUSED -> assertThat(stored).isZero();
            }
        });
        List<Entry> unknown = journal.stream().filter(entry -> entry.kind() == Kind.UNKNOWN).toList();
        long stored = unknown.stream().filter(entry -> events.containsKey(entry.requestId())).count();
        say("%d acknowledged events, all there; %d of %d unknown outcomes stored; %d events; %d + %d kills; %d s; seed %d"
                .formatted(acknowledged.size(), stored, unknown.size(), ledger.rows().size(), JVM, POSTGRES,
                        Duration.ofNanos(System.nanoTime() - begun).toSeconds(), SEED));
    }

    private StoredLedger stored() throws Exception {
        try (Connection connection = ServerProcess.in(dabiao.data()).connection()) {
            return StoredLedger.in(connection);
        }
    }

    /** They have seen the last acknowledged event, and parked none because the database was away. */
    private void assertProjectionsGoOn(List<Entry> acknowledged) throws Exception {
        long last = acknowledged.stream().mapToLong(Entry::position).max().orElseThrow();
        Caller caller = dabiao.caller();
        String office = caller.tokenOf("office");
        await("projections").atMost(Duration.ofSeconds(60)).until(() -> caller.call(
                                office, "GET", "/api/v1/campaigns/load/ranking", "",
                                "Dabiao-Min-Position", Long.toString(last))
                        .statusCode()
                == 200);
        try (Connection connection = ServerProcess.in(dabiao.data()).connection();
                ResultSet parked = connection.createStatement().executeQuery("SELECT count(*) FROM view.dead_letter_entry")) {
            parked.next();
            assertThat(parked.getLong(1)).as("parked events").isZero();
        }
    }

    private static void say(String what) {
        System.out.println("[kills] " + what);
    }
}
