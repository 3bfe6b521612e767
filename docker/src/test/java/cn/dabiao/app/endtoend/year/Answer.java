package cn.dabiao.app.endtoend.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;

import tools.jackson.databind.JsonNode;

import cn.dabiao.app.Caller;

/** What the API answered. */
record Answer(HttpResponse<String> response) {

    boolean isDone() {
        return response.statusCode() / 100 == 2;
    }

    Answer done() {
        assertThat(isDone()).as("%s %s", response.request(), response.body()).isTrue();
        return this;
    }

    /** The problem, which has to be this one. */
    JsonNode refused(int status, String type) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        JsonNode problem = json();
        assertThat(problem.get("type").asString()).isEqualTo("https://dabiao.cn/problems/" + type);
        assertThat(problem.get("detail").asString()).isNotBlank();
        return problem;
    }

    JsonNode json() {
        return Caller.json(response);
    }

    String state() {
        return json().get("state").asString();
    }

    List<String> allowed() {
        return json().get("allowed").valueStream().map(JsonNode::asString).toList();
    }

    long position() {
        return Long.parseLong(response.headers().firstValue("Dabiao-Position").orElse("0"));
    }
}
