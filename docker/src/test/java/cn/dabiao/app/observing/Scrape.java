package cn.dabiao.app.observing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;

import cn.dabiao.app.Caller;

/** What Prometheus reads. */
record Scrape(String text) {

    static Scrape of(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new Scrape(answer.body());
    }

    static Scrape as(String token, Caller caller) {
        return of(caller.getAs(token, "/actuator/prometheus"));
    }

    /** The value of a figure, all of whose labels are given; zero while there is none. */
    double figure(String nameAndLabels) {
        List<Double> values = text.lines()
                .filter(line -> line.startsWith(nameAndLabels + " "))
                .map(line -> Double.valueOf(line.substring(nameAndLabels.length() + 1)))
                .toList();
        assertThat(values).as(nameAndLabels).hasSizeLessThan(2);
        return values.isEmpty() ? 0 : values.getFirst();
    }

    boolean has(String nameAndLabels) {
        return text.lines().anyMatch(line -> line.startsWith(nameAndLabels + " "));
    }
}
