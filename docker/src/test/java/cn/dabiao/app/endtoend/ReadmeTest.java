package cn.dabiao.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;

import cn.dabiao.app.DabiaoTest;
import cn.dabiao.ledger.bundle.BundleReport;
import cn.dabiao.ledger.bundle.BundleVerifier;
import cn.dabiao.ledger.proof.SignedNote;
import cn.dabiao.ledger.proof.VerifierKey;

/** What the README shows is what happens. */
@DabiaoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadmeTest {

    @LocalServerPort
    private int port;

    private ReadmeScript readme = new ReadmeScript(List.of(), Path.of(""));

    @BeforeAll
    void run_the_lines() throws IOException, InterruptedException {
        readme = ReadmeScript.runAgainst("http://localhost:" + port);
    }

    @Test
    void no_line_is_refused() {
        assertThat(readme.answers()).hasSizeGreaterThan(25);
        assertThat(readme.answers()).noneMatch(answer -> answer.has("type") && answer.has("status"));
    }

    @Test
    void the_plan_of_2018_is_taken_and_marked_late() {
        assertThat(readme.assessments().getFirst().at("/plan/late").asBoolean()).isTrue();
    }

    @Test
    void the_school_is_level_1_with_92_5_points() {
        assertThat(readme.assessments().getFirst().get("state").asString()).isEqualTo("GRADED");
        assertThat(readme.assessments().getFirst().get("grade").asString()).isEqualTo("LEVEL_1");
        assertThat(readme.assessments().getFirst().get("total").decimalValue()).isEqualByComparingTo("92.5");
    }

    @Test
    void the_school_is_ranked_first() {
        JsonNode first = readme.ranking().get(0);

        assertThat(first.get("schoolCode").asString()).isEqualTo("2132072401");
        assertThat(first.get("rank").asInt()).isEqualTo(1);
    }

    @Test
    void an_appeal_that_is_upheld_gives_the_point_back_and_what_was_ordered_is_verified() {
        JsonNode atTheEnd = readme.assessments().get(1);

        assertThat(atTheEnd.get("total").decimalValue()).isEqualByComparingTo("93.5");
        assertThat(atTheEnd.at("/appeals/0/outcome").asString()).isEqualTo("UPHELD");
        assertThat(atTheEnd.at("/rectifications/0/standing").asString()).isEqualTo("VERIFIED");
        assertThat(texts("assessment.ScoreCorrected"))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("现场复测", "a1"));
    }

    @Test
    void the_grade_is_published_counts_in_the_annual_evaluation_and_makes_the_school_eligible() {
        assertThat(ours(readme.published()).get("total").decimalValue()).isEqualByComparingTo("93.5");
        assertThat(ours(readme.eligibility()).get("eligible").asBoolean()).isTrue();
        assertThat(ours(readme.annualEvaluation()).get("contribution").decimalValue()).isEqualByComparingTo("9.35");
    }

    @Test
    void looking_back_shows_the_grade_as_it_was_and_what_the_appeal_changed() {
        JsonNode asItWas = readme.assessments().getLast();

        assertThat(asItWas.get("total").decimalValue()).isEqualByComparingTo("92.5");
        assertThat(asItWas.get("allowed")).isEmpty();
        assertThat(readme.difference().get("items"))
                .singleElement()
                .satisfies(item -> assertThat(item.get("itemNo").asInt()).isEqualTo(4));
    }

    @Test
    void the_receipt_adds_up_to_the_grade() {
        assertThat(readme.receipt().get("total").decimalValue()).isEqualByComparingTo("93.5");
        assertThat(readme.receipt().get("agrees").asBoolean()).isTrue();
    }

    @Test
    void figures_a_table_and_the_feed_are_there() throws IOException {
        assertThat(readme.statistics().has("overall")).isTrue();
        assertThat(readme.feed().get(0).get("position").asLong()).isZero();
        assertThat(Files.readString(readme.file("ranking.csv"))).startsWith("\uFEFF").contains("灌南县实验小学");
    }

    @Test
    void the_history_explains_each_point_lost() {
        assertThat(texts("assessment.ItemScored"))
                .hasSize(15)
                .anySatisfy(text -> assertThat(text).contains("监控室面积8㎡", "1.2", "2"))
                .anySatisfy(text -> assertThat(text).contains("实验室没有摄像头", "2.9", "2.5"))
                .anySatisfy(text -> assertThat(text).contains("录像只保存25天", "4.2", "1"))
                .anySatisfy(text -> assertThat(text).contains("值班记录缺6天", "8.5", "2"));
        assertThat(texts("assessment.GradeAssigned"))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("92.5"));
    }

    @Test
    void the_bundle_is_sound_by_the_key_that_was_fetched_and_covers_the_grade() throws IOException {
        VerifierKey key = VerifierKey.parse(Files.readString(readme.file("key")).strip());
        long graded = readme.history().get(readme.history().size() - 1).get("position").asLong();

        BundleReport report =
                new BundleVerifier(Optional.of(key), _ -> {}).verify(readme.file("2132072401.zip"));

        assertThat(report).isInstanceOfSatisfying(BundleReport.Sound.class, sound -> {
            assertThat(sound.events()).isEqualTo(readme.history().size());
            assertThat(sound.checkpoint().size()).isGreaterThan(graded);
        });
        assertThat(SignedNote.parse(Files.readAllBytes(readme.file("checkpoint"))).textSignedBy(key))
                .startsWith("dabiao.cn/320724\n");
        assertThat(Files.readString(readme.file("inclusion.json"))).contains("leafHash");
        assertThat(Files.readString(readme.file("consistency.json"))).contains("toRoot");
    }

    private static JsonNode ours(JsonNode rows) {
        return rows.valueStream()
                .filter(row -> row.get("schoolCode").asString().equals("2132072401"))
                .findFirst()
                .orElseThrow();
    }

    private List<String> texts(String type) {
        return readme.history().valueStream()
                .filter(entry -> entry.get("type").asString().equals(type))
                .map(entry -> entry.get("text").asString())
                .toList();
    }
}
