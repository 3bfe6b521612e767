package cn.dabiao.app.endtoend.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

import cn.dabiao.app.endtoend.receipt.Reckoning;

/** What every school of the year can show for its grade. */
public final class Receipts {

    private final Year year;
    private final Api api;
    private final December december;

    public Receipts(Year year, December december) {
        this.year = year;
        this.api = year.api();
        this.december = december;
    }

    public void every_receipt_adds_up_to_what_was_counted_again_from_the_raw_events() {
        year.each(year.reviewed(), school -> {
            JsonNode receipt = receipt(school);
            Standing counted = Objects.requireNonNull(december.recounts().get(school.school().code())).standing().orElseThrow();
            Reckoning.require(receipt);
            assertThat(Recount.halves(receipt.get("total"))).isEqualTo(counted.total());
            assertThat(receipt.get("grade").asString()).isEqualTo(counted.grade());
            assertThat(receipt.at("/round/round").asInt()).isEqualTo(counted.round());
        });
    }

    public void every_receipt_names_events_of_the_schools_own_history() {
        year.each(year.reviewed(), school -> {
            JsonNode receipt = receipt(school);
            Map<Long, String> history = api.rows("auditor", school.path() + "/history").stream().collect(Collectors.toMap(
                    entry -> entry.get("position").asLong(), entry -> entry.get("type").asString().substring(11)));
            Map<Long, List<String>> named = Reckoning.named(receipt);
            assertThat(named).allSatisfy((position, types) -> assertThat(types).contains(history.get(position)));
            assertThat(receipt.get("positions").valueStream().map(JsonNode::asLong))
                    .containsExactlyElementsOf(named.keySet().stream().sorted().toList());
        });
    }

    private JsonNode receipt(Dossier school) {
        return api.read(school.account(), school.path() + "/explanation");
    }
}
