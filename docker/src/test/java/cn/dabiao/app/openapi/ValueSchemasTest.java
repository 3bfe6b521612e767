package cn.dabiao.app.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import cn.dabiao.app.openapi.ValueSchemas.ValueSchema;
import cn.dabiao.domain.standard.GradeBands;
import cn.dabiao.domain.value.SingleValue;
import cn.dabiao.json.DomainJson;

/** What the contract says of a value's bounds is what its type enforces. */
class ValueSchemasTest {

    private static final JsonMapper JSON = DomainJson.mapper();
    private static final Map<String, Class<?>> TYPES = new ClassFileImporter()
            .importPackages("cn.dabiao.domain", "cn.dabiao.api").stream()
                    .filter(type -> type.isAssignableTo(SingleValue.class) && !type.isInterface())
                    .filter(type -> !type.isEquivalentTo(GradeBands.class))
                    .collect(Collectors.toMap(JavaClass::getSimpleName, JavaClass::reflect));

    static Stream<String> values() {
        return Stream.concat(TYPES.keySet().stream(), ValueSchemas.values().keySet().stream()).distinct();
    }

    @ParameterizedTest
    @MethodSource("values")
    void the_example_is_a_value_and_what_lies_beyond_the_bounds_is_not(String name) {
        ValueSchema schema = Objects.requireNonNull(ValueSchemas.values().get(name), "not in openapi/values.json");
        Class<?> type = Objects.requireNonNull(TYPES.get(name), "no such type");

        accepted(type, schema.example());
        Optional.ofNullable(schema.pattern()).ifPresent(pattern -> {
            assertThat(String.valueOf(schema.example())).matches(pattern);
            refused(type, "");
            refused(type, "!?");
        });
        Optional.ofNullable(schema.maxLength()).ifPresent(most -> {
            accepted(type, "名".repeat(most));
            refused(type, "名".repeat(most + 1));
            refused(type, "");
        });
        Optional.ofNullable(schema.minimum()).ifPresent(least -> {
            accepted(type, least);
            refused(type, least.subtract(BigDecimal.ONE));
        });
        Optional.ofNullable(schema.maximum()).ifPresent(most -> {
            accepted(type, most);
            refused(type, most.add(BigDecimal.ONE));
        });
        Optional.ofNullable(schema.multipleOf()).ifPresent(step -> {
            accepted(type, step);
            refused(type, step.divide(BigDecimal.valueOf(2)));
        });
    }

    private static void accepted(Class<?> type, Object json) {
        assertThat(JSON.readValue(JSON.writeValueAsString(json), type)).isNotNull();
    }

    private static void refused(Class<?> type, Object json) {
        String text = JSON.writeValueAsString(json);
        assertThatThrownBy(() -> JSON.readValue(text, type)).isInstanceOf(JacksonException.class);
    }
}
