package cn.dabiao.app.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.caoccao.javet.exceptions.JavetException;

import tools.jackson.databind.JsonNode;

import cn.dabiao.app.DabiaoTest;

/** The JavaScript of the guide for front ends does what is said of it. */
@DabiaoTest
class GuideTest {

    private static final Path GUIDE = Path.of("..", "api-spec", "GUIDE.md");
    private static final Pattern SCRIPT = Pattern.compile("```js\n(.*?)```", Pattern.DOTALL);
    private static final String CAMPAIGN =
            """
            {campaignId: '%s', name: '指南', standardId: 'guannan-2018', planDeadline: '2018-03-25', annualWeight: 0.1,
             leadingGroup: [{name: '周达华', role: 'HEAD'}]}""";
    private static final byte[] SECRET = "a secret of thirty-two bytes.....".getBytes(StandardCharsets.UTF_8);

    @LocalServerPort
    private int port;

    private Node node;

    @BeforeEach
    void load() throws Exception {
        node = new Node(GUIDE);
        node.run(SCRIPT.matcher(Files.readString(GUIDE))
                .results()
                .map(script -> script.group(1))
                .collect(Collectors.joining("\n")));
        node.settle(
                """
                (async () => {
                    globalThis.api = { base: %1$s, token: await token(%1$s, 'office', 'office') };
                })()"""
                        .formatted(Node.text("http://127.0.0.1:" + port)));
    }

    @AfterEach
    void close() throws JavetException {
        node.close();
    }

    @Test
    void what_was_written_is_read_at_once_and_as_it_was_before() throws JavetException {
        JsonNode campaign = node.settle(
                """
                (async () => {
                    const shown = await writeAndRead(api, 'POST', '/campaigns', %s, {}, '/campaigns/guide-own');
                    const opened = Number(shown.position);
                    await change(api, '/campaigns/guide-own', (seen) => ({
                        method: 'POST', path: '/campaigns/guide-own/deadlines',
                        body: { planDeadline: '2018-04-01', reason: '顺延' } }));
                    const now = await call(api, 'GET', '/campaigns/guide-own', {
                        headers: { 'Dabiao-Min-Position': `${opened + 1}` } });
                    const then = await asItWas(api, '/campaigns/guide-own/ranking', opened);
                    return { before: shown.body.planDeadline, after: now.body.planDeadline, then: then.body.position, opened };
                })()"""
                        .formatted(CAMPAIGN.formatted("guide-own")));

        assertThat(campaign.get("before").asString()).isEqualTo("2018-03-25");
        assertThat(campaign.get("after").asString()).isEqualTo("2018-04-01");
        assertThat(campaign.get("then").asLong()).isEqualTo(campaign.get("opened").asLong());
    }

    @Test
    void whoever_was_overtaken_reads_again_and_decides_anew() throws JavetException {
        JsonNode result = node.settle(
                """
                (async () => {
                    await writeAndRead(api, 'POST', '/campaigns', %s, {}, '/campaigns/guide-raced');
                    const extend = (planDeadline, tag) => call(api, 'POST', '/campaigns/guide-raced/deadlines', {
                        body: { planDeadline, reason: '顺延' }, headers: { 'If-Match': tag } });
                    const seen = [];
                    const written = await change(api, '/campaigns/guide-raced', async (campaign) => {
                        if (seen.length === 0) {
                            await extend('2018-04-01', '"1"');
                        }
                        seen.push(campaign.planDeadline);
                        return { method: 'POST', path: '/campaigns/guide-raced/deadlines',
                                 body: { planDeadline: '2018-05-01', reason: '再次顺延' } };
                    });
                    const stale = await extend('2018-06-01', '"1"').catch((refused) => refused.problem);
                    return { tag: written.tag, first: seen[0], last: seen.at(-1), stale };
                })()"""
                        .formatted(CAMPAIGN.formatted("guide-raced")));

        assertThat(result.get("tag").asString()).isEqualTo("\"3\"");
        assertThat(result.get("first").asString()).isEqualTo("2018-03-25");
        assertThat(result.get("last").asString()).isEqualTo("2018-04-01");
        assertThat(result.at("/stale/status").asInt()).isEqualTo(412);
        assertThat(result.at("/stale/type").asString()).isEqualTo("https://dabiao.cn/problems/stale-version");
    }

    @Test
    void pages_hold_each_row_once_and_a_table_all_of_them() throws JavetException {
        JsonNode lists = node.settle(
                """
                (async () => {
                    let written;
                    for (const n of [3, 4, 5]) {
                        written = await call(api, 'POST', '/schools', { body: {
                            schoolCode: `213207600${n}`, name: '指南小学', ownership: 'PUBLIC', kind: 'PRIMARY', township: '指南镇',
                            students: 100, staff: 10, teachers: 8, principal: { name: '张三', phone: '0518-83220001' },
                            vicePrincipal: { name: '李四', phone: '0518-83220002' } } });
                    }
                    await call(api, 'GET', '/schools/2132076005', { headers: { 'Dabiao-Min-Position': written.position } });
                    const codes = [];
                    for await (const row of rows(api, `/schools?township=${encodeURIComponent('指南镇')}&limit=1`)) {
                        codes.push(row.schoolCode);
                    }
                    return { codes, table: await table(api, `/schools?township=${encodeURIComponent('指南镇')}`) };
                })()""");

        assertThat(lists.get("codes").valueStream().map(JsonNode::asString))
                .containsExactly("2132076003", "2132076004", "2132076005");
        assertThat(lists.get("table").asString()).startsWith("\uFEFF").contains("2132076003", "2132076005");
    }

    @Test
    void the_stream_goes_on_behind_the_position_it_is_given() throws JavetException {
        JsonNode seen = node.settle(
                """
                (async () => {
                    const first = await call(api, 'GET', '/feed?after=-1&limit=2');
                    const [before, expected] = first.body.items.map((it) => it.position);
                    for await (const event of events(api, before)) {
                        return { expected, position: event.position, type: event.type };
                    }
                })()""");

        assertThat(seen.get("position").asLong()).isEqualTo(seen.get("expected").asLong());
        assertThat(seen.get("type").asString()).isNotBlank();
    }

    @Test
    void a_signature_is_good_for_its_secret_body_and_time_alone() throws Exception {
        String body = "{\"webhookId\":\"website\",\"events\":[]}";
        String headers = "{'webhook-id': 'm1', 'webhook-timestamp': '1523323800', 'webhook-signature': 'v1,AAAA %s'}"
                .formatted(signature("m1.1523323800." + body));
        String secret = Node.text("whsec_" + Base64.getEncoder().encodeToString(SECRET));

        assertThat(isGenuine(secret, headers, body, 1_523_323_801)).isTrue();
        assertThat(isGenuine(secret, headers, body + " ", 1_523_323_801)).isFalse();
        assertThat(isGenuine(secret, headers, body, 1_523_329_999)).isFalse();
        assertThat(isGenuine("'whsec_AAAA'", headers, body, 1_523_323_801)).isFalse();
    }

    @Test
    void the_faults_of_a_request_are_told_by_field() throws JavetException {
        JsonNode faults = node.settle(
                """
                call(api, 'POST', '/campaigns', { body: { campaignId: 'guide-bad' } }).then(() => ({}), faults)""");

        assertThat(faults.propertyNames()).isNotEmpty();
    }

    private boolean isGenuine(String secret, String headers, String body, long now) throws JavetException {
        return node.settle("isGenuine(%s, %s, %s, %d)".formatted(secret, headers, Node.text(body), now)).asBoolean();
    }

    private static String signature(String signed) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }
}
