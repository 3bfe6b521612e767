package cn.dabiao.api.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

import cn.dabiao.api.explanation.ReceiptComparison.ReceiptDifference;
import cn.dabiao.api.explanation.ReceiptComparison.ReceiptUnmatched;
import cn.dabiao.api.explanation.ReceiptView.ReceiptBand;
import cn.dabiao.api.explanation.ReceiptView.ReceiptDetermination;
import cn.dabiao.api.explanation.ReceiptView.ReceiptRound;
import cn.dabiao.api.explanation.ReceiptView.ReceiptSelfTotal;
import cn.dabiao.domain.assessment.Ground;
import cn.dabiao.domain.explanation.Basis;
import cn.dabiao.domain.explanation.Unmatched;
import cn.dabiao.domain.scoring.Measurement;
import cn.dabiao.domain.scoring.NotApplicable;
import cn.dabiao.domain.scoring.Scoresheet.CategoryTotal;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.standard.GradeBands;
import cn.dabiao.domain.standard.MeasureUnit;
import cn.dabiao.json.DomainJson;

/** The schema is written by hand; that it says what the records say is not left to care. */
class ReceiptSchemaTest {

    private static final JsonNode SCHEMA = DomainJson.mapper().readTree(ReceiptSchema.text());

    @Test
    void what_is_served_is_what_is_committed() throws IOException {
        assertThat(ReceiptSchema.text()).isEqualTo(Files.readString(Path.of("receipt.schema.json")));
    }

    @ParameterizedTest
    @CsvSource({
        "'', ReceiptView", "/$defs/round, ReceiptRound", "/$defs/standard, ReceiptStandard", "/$defs/item, ReceiptItem",
        "/$defs/standard/properties/bands/items, Band", "/$defs/deduction, ReceiptDeduction",
        "/$defs/measurement, Measurement", "/$defs/item/properties/notApplicable/items, NotApplicable",
        "/$defs/change, ReceiptChange", "/$defs/categoryTotal, CategoryTotal", "/$defs/band, ReceiptBand",
        "/$defs/stated, ReceiptGrade", "/$defs/determination, ReceiptDetermination",
        "/$defs/selfAssessment, ReceiptSelfTotal", "/$defs/comparison, ReceiptComparison",
        "/$defs/comparison/properties/items/items, ReceiptDifference",
        "/$defs/comparison/properties/unmatched/items, ReceiptUnmatched"
    })
    void an_object_has_the_fields_of_its_record_and_requires_those_that_are_always_there(String pointer, String record) {
        JsonNode object = SCHEMA.at(pointer);
        List<RecordComponent> fields = Arrays.asList(recordOf(record).getRecordComponents());

        assertThat(object.get("additionalProperties").asBoolean(true)).isFalse();
        assertThat(names(object.get("properties")))
                .containsExactlyElementsOf(fields.stream().map(RecordComponent::getName).toList());
        assertThat(object.get("required").valueStream().map(JsonNode::asString))
                .containsExactlyElementsOf(fields.stream()
                        .filter(field -> !field.getAnnotatedType().isAnnotationPresent(Nullable.class))
                        .map(RecordComponent::getName)
                        .toList());
    }

    @Test
    void every_word_of_an_enumeration_is_named() {
        assertThat(words("/$defs/grade/enum")).containsExactlyElementsOf(words(Grade.values()));
        assertThat(words("/$defs/change/properties/basis/enum")).containsExactlyElementsOf(words(Basis.values()));
        assertThat(words("/$defs/measurement/properties/unit/enum"))
                .containsExactlyElementsOf(words(MeasureUnit.values()));
        assertThat(words("/$defs/determination/properties/ground/enum"))
                .containsExactlyElementsOf(words(Ground.values()));
        assertThat(words("/$defs/comparison/properties/unmatched/items/properties/why/enum"))
                .containsExactlyElementsOf(words(Unmatched.Why.values()));
    }

    /** Of those that point elsewhere, what they point to is described. */
    @Test
    void everything_that_is_named_is_described() {
        List<String> silent = new ArrayList<>();
        SCHEMA.get("$defs").properties().forEach(it -> {
            if (!it.getValue().has("title") || !it.getValue().has("description")) {
                silent.add(it.getKey());
            }
        });
        SCHEMA.get("properties").properties().forEach(it -> {
            if (!it.getValue().has("description") && !it.getValue().has("$ref")) {
                silent.add(it.getKey());
            }
        });
        assertThat(silent).isEmpty();
    }

    private static Class<?> recordOf(String name) {
        return List.of(
                        ReceiptView.class, ReceiptRound.class, ReceiptStandard.class, ReceiptItem.class,
                        GradeBands.Band.class, ReceiptDeduction.class, Measurement.class, NotApplicable.class,
                        ReceiptChange.class, CategoryTotal.class, ReceiptBand.class, ReceiptGrade.class,
                        ReceiptDetermination.class, ReceiptSelfTotal.class, ReceiptComparison.class,
                        ReceiptDifference.class, ReceiptUnmatched.class)
                .stream()
                .filter(it -> it.getSimpleName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(JsonNode object) {
        return List.copyOf(Objects.requireNonNull(object).propertyNames());
    }

    private static List<String> words(String pointer) {
        return SCHEMA.at(pointer).valueStream().map(JsonNode::asString).toList();
    }

    private static List<String> words(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
