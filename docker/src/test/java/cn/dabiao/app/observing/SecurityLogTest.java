package cn.dabiao.app.observing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.micrometer.core.instrument.MeterRegistry;

import cn.dabiao.app.Caller;
import cn.dabiao.app.DabiaoTest;
import cn.dabiao.app.endtoend.County;

@DabiaoTest
class SecurityLogTest {

    private static final String SCHOOL = "2132077901";

    private final Logger security = (Logger) LoggerFactory.getLogger(SecurityLog.LOGGER);
    private final Queue<ILoggingEvent> lines = new ConcurrentLinkedQueue<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            event.prepareForDeferredProcessing();
            lines.add(event);
        }
    };

    @LocalServerPort
    private int port;

    @Autowired
    private MeterRegistry meters;

    private Caller caller;

    @BeforeEach
    void listen() {
        caller = new Caller(port);
        appender.start();
        security.addAppender(appender);
    }

    @AfterEach
    void stopListening() {
        security.detachAppender(appender);
    }

    @Test
    void whoever_has_no_token_is_a_line_without_a_name() {
        double before = counted("unauthenticated", "401");
        caller.get("/api/v1/schools/" + SCHOOL + "?q=secret", "X-Request-Id", "sec-1");

        assertThat(of("sec-1")).containsAllEntriesOf(Map.of(
                "event", "refused", "subject", "none", "roles", "none", "method", "GET",
                "template", "/api/v1/schools/{schoolCode}", "status", "401", "reason", "no-token"));
        assertThat(counted("unauthenticated", "401")).isGreaterThan(before);
    }

    @Test
    void whose_token_is_not_good_is_a_line_without_the_token() {
        caller.get("/api/v1/nothing", "Authorization", "Bearer aaa.bbb.ccc", "X-Request-Id", "sec-2");

        assertThat(of("sec-2")).containsAllEntriesOf(Map.of(
                "subject", "none", "template", "(unknown)", "reason", "invalid-token"));
        assertThat(text("sec-2")).doesNotContain("aaa.bbb.ccc", "/api/v1/nothing");
    }

    @Test
    void whose_role_does_not_suffice_is_a_line_with_both() {
        double before = counted("forbidden", "403");
        caller.call(caller.tokenOf("auditor"), "POST", "/api/v1/schools", County.school(SCHOOL), "X-Request-Id", "sec-3");

        assertThat(of("sec-3")).containsAllEntriesOf(Map.of(
                "subject", "auditor", "roles", "ROLE_AUDITOR", "method", "POST", "template", "/api/v1/schools",
                "status", "403", "reason", "forbidden"));
        assertThat(counted("forbidden", "403")).isGreaterThan(before);
    }

    @Test
    void who_asks_for_what_is_anothers_is_a_line_without_whose_it_is() {
        caller.call(caller.tokenOf("office"), "POST", "/api/v1/schools", County.school(SCHOOL));
        caller.call(caller.tokenOf("office-320723"), "POST", "/api/v1/schools/" + SCHOOL + "/closure",
                "{\"reason\": \"撤并\"}", "X-Request-Id", "sec-4");
        caller.call(caller.tokenOf("analyst"), "GET", "/api/v1/webhooks/hidden", "", "X-Request-Id", "sec-5");

        assertThat(of("sec-4")).containsAllEntriesOf(Map.of(
                "subject", "office-320723", "template", "/api/v1/schools/{schoolCode}/closure",
                "status", "403", "reason", "another-bureau"));
        assertThat(text("sec-4")).doesNotContain(SCHOOL);
        assertThat(of("sec-5")).containsAllEntriesOf(Map.of(
                "template", "/api/v1/webhooks/{webhookId}", "status", "404", "reason", "not-found"));
    }

    @Test
    void who_is_refused_for_something_else_is_no_line() {
        String office = caller.tokenOf("office");
        caller.call(office, "POST", "/api/v1/schools", "{", "X-Request-Id", "sec-6");
        caller.call(office, "GET", "/api/v1/schools/2132077999", "", "X-Request-Id", "sec-7");
        caller.get("/api/v1/schools", "X-Request-Id", "sec-8");

        assertThat(of("sec-8")).isNotEmpty();
        assertThat(lines).extracting(SecurityLogTest::fields).extracting(fields -> fields.get("request"))
                .doesNotContain("sec-6", "sec-7");
    }

    @Test
    void who_asks_for_a_token_with_a_wrong_secret_is_a_line_without_the_secret() {
        login("office", "guessed-secret", "sec-9");
        assertThat(of("sec-9")).containsAllEntriesOf(Map.of(
                "event", "login-refused", "subject", "none", "client", "office", "method", "POST",
                "template", "/oauth2/token", "status", "401", "reason", "invalid_client"));

        login("nobody-known", "guessed-secret", "sec-10");
        assertThat(of("sec-10")).containsEntry("client", "nobody-known").containsEntry("reason", "invalid_client");

        caller.post("/oauth2/token", "grant_type=client_credentials&client_id=leader&client_secret=guessed-secret",
                "X-Request-Id", "sec-11");
        assertThat(of("sec-11")).containsEntry("client", "leader");

        for (String request : List.of("sec-9", "sec-10", "sec-11")) {
            assertThat(text(request)).doesNotContain("guessed-secret", basic("office:guessed-secret"));
        }
    }

    @Test
    void what_may_be_a_secret_is_taken_for_no_client() {
        token("Basic " + basic("guessed-secret"), "sec-12");
        token("Bearer guessed-secret", "sec-13");
        token("Basic guessed-secret", "sec-14");

        for (String request : List.of("sec-12", "sec-13", "sec-14")) {
            assertThat(of(request)).containsEntry("event", "login-refused").containsEntry("client", "none");
            assertThat(text(request)).doesNotContain("guessed-secret", basic("guessed-secret"));
        }
    }

    @Test
    void a_client_of_any_name_is_one_line_and_a_short_one() {
        login("a\r\nb\u2028c\u0085d" + "x".repeat(500), "guessed-secret", "sec-15");

        assertThat(of("sec-15").get("client")).hasSizeLessThan(70).startsWith("a\uFFFD\uFFFDb\uFFFDc\uFFFDd");
        assertThat(text("sec-15").lines()).hasSize(1);
    }

    @Test
    void who_is_given_a_token_is_no_line() {
        login("office", "office", "sec-16");
        login("office", "guessed-secret", "sec-17");

        assertThat(of("sec-17")).isNotEmpty();
        assertThat(text("sec-16")).isEmpty();
    }

    private void login(String client, String secret, String request) {
        token("Basic " + basic(client + ":" + secret), request);
    }

    private void token(String authorization, String request) {
        caller.post("/oauth2/token", "grant_type=client_credentials", "Authorization", authorization, "X-Request-Id", request);
    }

    private static String basic(String credentials) {
        return Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    private double counted(String problem, String status) {
        return meters.find("dabiao.refusals").tags("problem", problem, "status", status).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private Map<String, String> of(String request) {
        await().until(() -> lines.stream().anyMatch(line -> request.equals(fields(line).get("request"))));
        List<Map<String, String>> all = lines.stream()
                .map(SecurityLogTest::fields)
                .filter(fields -> request.equals(fields.get("request")))
                .toList();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private String text(String request) {
        return lines.stream()
                .filter(line -> request.equals(fields(line).get("request")))
                .map(line -> line.getFormattedMessage() + fields(line) + line.getMDCPropertyMap())
                .collect(Collectors.joining());
    }

    private static Map<String, String> fields(ILoggingEvent line) {
        return line.getKeyValuePairs().stream()
                .collect(Collectors.toMap(pair -> pair.key, pair -> String.valueOf(pair.value)));
    }
}
