package cn.dabiao.app.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;

import cn.dabiao.app.Caller;
import cn.dabiao.app.DabiaoTest;

/**
 * Whatever is sent, the answer is one that the contract knows: no failure, no error without a problem of a published
 * type, no content but what its schema says, nothing of the inside. {@code -Ddabiao.fuzz.requests=20000} sends more,
 * {@code -Ddabiao.fuzz.seed=…} the same again. A request is made of the seed and its number alone; only the version in
 * {@code If-Match} comes from earlier answers.
 */
@DabiaoTest
class FuzzTest {

    private static final int REQUESTS = Integer.getInteger("dabiao.fuzz.requests", 2_000);
    private static final long SEED = Long.getLong("dabiao.fuzz.seed", System.nanoTime() & 0xffffff);
    private static final int GEN_SIZE = 1_000;

    @LocalServerPort
    private int port;

    @Test
    void every_answer_is_one_that_the_contract_knows() {
        Caller caller = new Caller(port);
        Contract contract = Contract.of(Caller.json(caller.get("/v3/api-docs")));
        FuzzCounty county = new FuzzCounty(caller);
        Requests requests = new Requests(contract, county.known(), county.clients());
        Findings findings = new Findings();
        say("seed %d, %d requests".formatted(SEED, REQUESTS));
        try (Exchange exchange = new Exchange(port, caller)) {
            JqwikSession.run(() -> {
                List<RandomGenerator<FuzzRequest>> generators = new ArrayList<>();
                contract.operations().forEach(operation -> generators.add(generator(requests.of(operation))));
                Verdict verdict = new Verdict(contract);
                for (int number = 0; number < REQUESTS; number++) {
                    Random random = new Random(SEED + 1_000_003L * number);
                    FuzzRequest request = generators.get(random.nextInt(generators.size())).next(random).value();
                    findings.note(number, exchange.answer(request), verdict);
                }
            });
        }
        say(findings.summary());
        assertThat(findings.shown("http://127.0.0.1:" + port)).as("with -Ddabiao.fuzz.seed=%d", SEED).isEmpty();
        assertThat(findings.operationsThatSucceeded())
                .as("operations of which some requests were good enough, or nothing is tried but the door")
                .hasSizeGreaterThan(contract.operations().size() / 2);
    }

    private static RandomGenerator<FuzzRequest> generator(Arbitrary<FuzzRequest> arbitrary) {
        return arbitrary.generator(GEN_SIZE, false);
    }

    private static void say(String line) {
        System.out.println("fuzz: " + line);
    }

    /** What was found, each kind by its first few requests. */
    private static final class Findings {

        private static final int SHOWN_OF_A_KIND = 2;

        private final Map<String, List<Exchange.Exchanged>> byKind = new TreeMap<>();
        private final Map<String, Integer> numbers = new TreeMap<>();
        private final Map<Integer, Integer> statuses = new TreeMap<>();
        private final Set<String> succeeded = new TreeSet<>();
        private int found;

        void note(int number, Exchange.Exchanged exchanged, Verdict verdict) {
            statuses.merge(exchanged.answer().status(), 1, Integer::sum);
            Contract.Operation operation = exchanged.request().operation();
            if (exchanged.answer().status() < 300) {
                succeeded.add(operation.id());
            }
            for (String wrong : verdict.on(operation, exchanged.answer())) {
                found++;
                String kind = operation.id() + ": " + wrong;
                numbers.merge(kind, number, Math::min);
                List<Exchange.Exchanged> all = byKind.computeIfAbsent(kind, any -> new ArrayList<>());
                if (all.size() < SHOWN_OF_A_KIND) {
                    all.add(exchanged);
                }
            }
        }

        Set<String> operationsThatSucceeded() {
            return succeeded;
        }

        String summary() {
            return "statuses %s, %d operations succeeded, %d findings of %d kinds"
                    .formatted(statuses, succeeded.size(), found, byKind.size());
        }

        List<String> shown(String base) {
            List<String> lines = new ArrayList<>();
            byKind.forEach((kind, all) -> all.forEach(exchanged -> lines.add("%n%s (request %d)%n  %s%n  %d %s".formatted(
                    kind, numbers.get(kind), exchanged.request().curl(base), exchanged.answer().status(),
                    exchanged.answer().beginning()))));
            return lines;
        }
    }
}
