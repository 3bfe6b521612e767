package cn.dabiao.app.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import cn.dabiao.app.Caller;
import cn.dabiao.app.DabiaoApplication;
import cn.dabiao.app.endtoend.County;

/** The distribution on a database of its own, for as long as a step of a drill takes. */
record Running(ConfigurableApplicationContext context, AtomicLong written) implements AutoCloseable {

    static Running with(List<String> settings) {
        return new Running(new SpringApplicationBuilder(DabiaoApplication.class)
                .run(settings.stream().map(setting -> "--" + setting).toArray(String[]::new)), new AtomicLong(-1));
    }

    /** Registers a school; answers the position of what was written. */
    long write(String school) {
        HttpResponse<String> answer = caller().call(token("office"), "POST", "/api/v1/schools", County.school(school));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Caller.json(answer).get("position").asLong();
    }

    /** Sends what has to be answered so; answers the position of what was written, or -1. */
    long send(String client, String method, String path, String body, int status) {
        HttpResponse<String> answer = caller().call(token(client), method, "/api/v1" + path, body);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(status);
        long position = Caller.json(answer).path("position").asLong(-1);
        written.accumulateAndGet(position, Math::max);
        return position;
    }

    /** Reads with all that was sent. */
    String read(String client, String path, String... headers) {
        String[] all = Stream.concat(
                        Stream.of(
                                "Authorization", "Bearer " + token(client),
                                "Dabiao-Min-Position", Long.toString(Math.max(0, written.get()))),
                        Stream.of(headers))
                .toArray(String[]::new);
        HttpResponse<String> answer = caller().get("/api/v1" + path, all);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        return answer.body();
    }

    int status(String school) {
        return caller().getAs(token("office"), "/api/v1/schools/" + school).statusCode();
    }

    /** An auditor takes a checkpoint home that covers this position. */
    Path keepCheckpoint(long position, Path file) throws Exception {
        HttpResponse<String> note = caller().get(
                "/api/v1/ledger/checkpoint",
                "Authorization", "Bearer " + token("auditor"), "Dabiao-Min-Position", Long.toString(position));
        assertThat(note.statusCode()).as(note.body()).isEqualTo(200);
        return Files.writeString(file, note.body());
    }

    Path keepKey(Path file) throws Exception {
        return Files.writeString(file, caller().getAs(token("auditor"), "/api/v1/ledger/key").body());
    }

    private String token(String client) {
        return caller().tokenOf(client);
    }

    private Caller caller() {
        return new Caller(Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port")));
    }

    @Override
    public void close() {
        context.close();
    }
}
