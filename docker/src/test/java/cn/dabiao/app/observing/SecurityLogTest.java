package cn.dabiao.app.observing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
