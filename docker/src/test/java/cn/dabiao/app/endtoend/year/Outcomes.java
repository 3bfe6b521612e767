package cn.dabiao.app.endtoend.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

/** What follows from the year for schools and inspectors, beside what was counted again from the raw events. */
public final class Outcomes {

    private static final BigDecimal WEIGHT = new BigDecimal("0.1");

    private final Year year;
    private final Api api;
    private final December december;

    public Outcomes(Year year, December december) {
        this.year = year;
        this.api = year.api();
        this.december = december;
    }

    public void who_may_be_considered_for_the_awards_follows_and_every_reason_is_given() {
        Map<String, JsonNode> rows = bySchool("/eligibility");
        december.recounts().forEach((code, recount) -> {
            JsonNode row = rowOf(code, rows);
            List<String> reasons = row.get("reasons").valueStream().map(JsonNode::asString).toList();
            String grade = recount.standing().map(Standing::grade).orElse("UNGRADED");
            boolean criticised = recount.isCriticised();
            assertThat(row.get("eligible").asBoolean()).as(code).isEqualTo(grade.startsWith("LEVEL") && !criticised);
            assertThat(reasons.contains("UNGRADED")).as(code).isEqualTo(grade.equals("UNGRADED"));
            assertThat(reasons.contains("NOT_ATTAINED")).as(code).isEqualTo(grade.equals("NOT_ATTAINED"));
            assertThat(reasons.contains("CIRCULAR_CRITICISM")).as(code).isEqualTo(criticised);
        });
        assertThat(rowOf(year.school(Rectifications.SLOW).school().code(), rows).get("reasons")).hasSize(2);
        assertThat(rowOf(year.school(59).school().code(), rows).get("reasons")).hasSize(1);
    }

    public void the_annual_evaluation_weighs_every_total_and_none_of_a_determined_school() {
        Map<String, JsonNode> rows = bySchool("/annual-evaluation");
        december.recounts().forEach((code, recount) -> {
            JsonNode row = rowOf(code, rows);
            Optional<Standing> standing = recount.standing();
            String reason = standing.map(it -> it.determined() ? "DETERMINED_NOT_ATTAINED" : "").orElse("UNGRADED");
            assertThat(row.path("reason").asString("")).as(code).isEqualTo(reason);
            assertThat(row.hasNonNull("contribution")).as(code).isEqualTo(standing.isPresent());
            standing.ifPresent(it -> assertThat(row.get("contribution").decimalValue())
                    .as(code)
                    .isEqualByComparingTo(it.determined() ? BigDecimal.ZERO : weighed(it)));
        });
    }

    public void the_work_of_every_inspector_adds_up() {
        Map<String, Integer> signed = new HashMap<>();
        Map<String, String> scorers = new HashMap<>();
        december.events().forEach((code, raw) -> raw.forEach(event -> {
            JsonNode it = event.payload();
            if (event.type().equals("assessment.ReviewSigned")) {
                signed.merge(it.get("signedBy").asString(), 1, Integer::sum);
            }
            if (event.type().equals("assessment.ItemScored")) {
                scorers.put("%s/%d/%d".formatted(code, it.get("round").asInt(), it.get("itemNo").asInt()),
                        it.get("scoredBy").asString());
            }
        }));
        Map<String, Long> scored =
                scorers.values().stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        List<JsonNode> rows = api.rows("leader", Year.CAMPAIGN_PATH + "/workload");
        for (JsonNode row : rows) {
            String inspector = row.get("inspectorId").asString();
            assertThat(row.get("signed").asInt()).as(inspector).isEqualTo(signed.getOrDefault(inspector, 0));
            assertThat(row.get("scored").asLong()).as(inspector).isEqualTo(scored.getOrDefault(inspector, 0L));
            assertThat(row.get("open").asInt()).as(inspector).isZero();
        }
        assertThat(rows.stream().map(row -> row.get("inspectorId").asString()))
                .containsAll(signed.keySet())
                .contains(Draws.inspector(1), Draws.inspector(12));
    }

    private Map<String, JsonNode> bySchool(String what) {
        return api.rows("auditor", Year.CAMPAIGN_PATH + what).stream()
                .collect(Collectors.toMap(row -> row.get("schoolCode").asString(), Function.identity()));
    }

    private static JsonNode rowOf(String code, Map<String, JsonNode> rows) {
        return Objects.requireNonNull(rows.get(code), code);
    }

    private static BigDecimal weighed(Standing standing) {
        return new BigDecimal(Loss.points(standing.total())).multiply(WEIGHT);
    }
}
