package cn.dabiao.app.observing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import cn.dabiao.app.Caller;
import cn.dabiao.app.DabiaoTest;
import cn.dabiao.app.endtoend.County;

@DabiaoTest
class WriteLogTest {

    private final Logger access = (Logger) LoggerFactory.getLogger("cn.dabiao.access");
    private final Lines lines = new Lines();

    @LocalServerPort
    private int port;

    @Autowired
    private Environment environment;

    private Caller caller;

    @BeforeEach
    void listen() {
        caller = new Caller(port);
        lines.start();
        access.addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        access.detachAppender(lines);
    }

    @Test
    void a_write_is_one_line_with_its_request_actor_version_and_position() {
        String position = Caller.json(register("2132074721", "log-1")).get("position").asString();

        ILoggingEvent line = lines.of("log-1");
        assertThat(line.getFormattedMessage())
                .matches("POST /api/v1/schools 201 in \\d+ ms: version 1 at position " + position);
        assertThat(line.getMDCPropertyMap()).containsEntry("requestId", "log-1").containsEntry("actor", "office");
    }

    @Test
    void a_refused_write_is_a_line_without_a_position_and_a_read_is_none() {
        register("2132074722", "log-2");
        register("2132074722", "log-3");
        caller.get("/api/v1/schools", "Authorization", "Bearer " + caller.tokenOf("office"), "X-Request-Id", "log-4");
        register("2132074722", "log-5");

        assertThat(lines.of("log-3").getFormattedMessage()).matches("POST /api/v1/schools 409 in \\d+ ms");
        assertThat(lines.of("log-5")).isNotNull();
        assertThat(lines.requests()).doesNotContain("log-4");
    }

    @Test
    void a_structured_line_has_each_of_them_as_a_field() {
        long position = Caller.json(register("2132074723", "log-6")).get("position").asLong();

        JsonNode json = JsonMapper.shared().readTree(encoded(lines.of("log-6")));

        assertThat(json.at("/requestId").asString()).isEqualTo("log-6");
        assertThat(json.at("/actor").asString()).isEqualTo("office");
        assertThat(json.at("/path").asString()).isEqualTo("/api/v1/schools");
        assertThat(json.at("/status").asInt()).isEqualTo(201);
        assertThat(json.at("/version").asString()).isEqualTo("1");
        assertThat(json.at("/position").asLong()).isEqualTo(position);
    }

    @Test
    void a_plain_line_begins_with_what_is_known_of_it() {
        register("2132074724", "log-7");
        PatternLayout layout = new PatternLayout();
        layout.setContext(access.getLoggerContext());
        layout.setPattern(environment.getRequiredProperty("logging.pattern.correlation") + "%msg");
        layout.start();

        assertThat(layout.doLayout(lines.of("log-7")))
                .startsWith("[")
                .contains("requestId=log-7", "actor=office", "] POST /api/v1/schools 201");
    }

    private HttpResponse<String> register(String school, String requestId) {
        return caller.call(
                caller.tokenOf("office"), "POST", "/api/v1/schools", County.school(school), "X-Request-Id", requestId);
    }

    private byte[] encoded(ILoggingEvent line) {
        LoggerContext logback = new LoggerContext();
        logback.putObject(Environment.class.getName(), environment);
        StructuredLogEncoder encoder = new StructuredLogEncoder();
        encoder.setContext(logback);
        encoder.setFormat("ecs");
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.start();
        return encoder.encode(line);
    }

    /** Keeps lines as they were when they were written. */
    private static final class Lines extends AppenderBase<ILoggingEvent> {

        private final Queue<ILoggingEvent> events = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            event.prepareForDeferredProcessing();
            events.add(event);
        }

        List<String> requests() {
            return events.stream().map(event -> event.getMDCPropertyMap().get("requestId")).toList();
        }

        /** The answer may be there before the line is. */
        ILoggingEvent of(String request) {
            await().until(() -> requests().contains(request));
            return events.stream()
                    .filter(event -> request.equals(event.getMDCPropertyMap().get("requestId")))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
