package cn.dabiao.benchmark;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;

import cn.dabiao.app.Caller;
import cn.dabiao.domain.assessment.AssessmentId;

/** The product over HTTP, with tokens, by a client that keeps its connections. */
final class HttpCalls implements Closeable {

    private static final int CONNECTIONS = 256;
    private static final int CAMPAIGNS = 1_500;
    private static final String FIRST_TAG = "\"" + BenchmarkCounty.VERSION_UNDER_REVIEW + "\"";
    private static final Pattern VERSION = Pattern.compile("\"version\":(\\d+)");

    private final String base;
    private final BenchmarkCounty county;
    private final CloseableHttpClient http = HttpClients.custom()
            .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnTotal(CONNECTIONS)
                    .setMaxConnPerRoute(CONNECTIONS)
                    .build())
            .build();
    private final String inspector;
    private final List<String> schools;
    private int run;

    HttpCalls(int port, BenchmarkCounty county, int mostClients) {
        Caller caller = new Caller(port);
        this.base = "http://127.0.0.1:" + port;
        this.county = county;
        this.inspector = caller.tokenOf("inspector-b-01");
        this.schools = IntStream.range(0, mostClients)
                .mapToObj(school -> caller.tokenOf("school-" + BenchmarkCounty.code(school)))
                .toList();
    }

    Contender nothing() {
        return new Contender() {
            @Override
            public String name() {
                return "HTTP, no-op behind a token";
            }

            @Override
            public Call client(int number) {
                return () -> answer(ClassicRequestBuilder.get(base + NoOpController.PATH), inspector);
            }
        };
    }

    /** Scores an item of an assessment that exists. */
    Contender scoring() {
        Map<AssessmentId, String> tags = new ConcurrentHashMap<>();
        return new Contender() {
            @Override
            public String name() {
                return "HTTP, score an item";
            }

            @Override
            public Call client(int number) {
                Turns turns = new Turns(county.forCallsOverHttp(), number);
                return () -> {
                    AssessmentId assessment = turns.next();
                    String answer = answer(
                            ClassicRequestBuilder.put(base + "/api/v1/assessments/" + assessment + "/reviews/1/items/1")
                                    .setHeader("If-Match", tags.getOrDefault(assessment, FIRST_TAG))
                                    .setEntity(BenchmarkCounty.findingsJson(turns.count()), ContentType.APPLICATION_JSON),
                            inspector);
                    tags.put(assessment, version(answer));
                };
            }
        };
    }

    /** Files a first plan, which opens an assessment. */
    Contender opening() {
        return new Contender() {

            private int step;

            @Override
            public String name() {
                return "HTTP, open an assessment";
            }

            @Override
            public void prepare(int clients) {
                run++;
                step = clients;
                try {
                    county.open(IntStream.range(0, CAMPAIGNS).mapToObj(this::campaign).toList());
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }

            @Override
            public Call client(int number) {
                int[] count = {0};
                return () -> {
                    int next = count[0]++;
                    // Its own schools, one after the other through all campaigns.
                    int school = number + step * (next / CAMPAIGNS);
                    answer(
                            ClassicRequestBuilder.put(base + "/api/v1/assessments/"
                                            + BenchmarkCounty.id(campaign(next % CAMPAIGNS), school) + "/plan")
                                    .setEntity(BenchmarkCounty.plan(), ContentType.APPLICATION_JSON),
                            schools.get(school));
                };
            }

            private String campaign(int n) {
                return "bench-%d-%d".formatted(run, n);
            }
        };
    }

    private static String version(String answer) {
        Matcher version = VERSION.matcher(answer);
        if (!version.find()) {
            throw new IllegalStateException(answer);
        }
        return "\"" + version.group(1) + "\"";
    }

    private String answer(ClassicRequestBuilder request, String token) throws IOException {
        ClassicHttpRequest built = request.setHeader("Authorization", "Bearer " + token).build();
        return http.execute(built, response -> {
            String body = EntityUtils.toString(response.getEntity(), StandardCharsets.UTF_8);
            if (response.getCode() / 100 != 2) {
                throw new IllegalStateException(response.getCode() + " " + body);
            }
            return body;
        });
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
