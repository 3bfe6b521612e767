package cn.dabiao.app.endtoend;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import cn.dabiao.domain.value.SingleValue;

/** What a table has to show for a row of JSON, column by column. */
final class ShownRow {

    private static final ResourceBundle WORDS = ResourceBundle.getBundle("columns", Locale.ROOT);
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private static final Pattern AS_WORD = Pattern.compile("[A-Z][A-Z0-9_]*|m2|days|px|true|false");

    private ShownRow() {}

    /** A column's value in JSON; {@code type} is what Java knows it to be. */
    record Value(@Nullable JsonNode json, Class<?> type) {

        boolean isIn(String cell, boolean workbook) {
            if (json == null || json.isNull() || (json.isArray() && json.isEmpty())) {
                return cell.isEmpty();
            }
            if (json.isArray()) {
                return leaves(json).allMatch(cell::contains);
            }
            if (json.isNumber()) {
                return new BigDecimal(cell).compareTo(json.decimalValue()) == 0;
            }
            if (json.isBoolean()) {
                return cell.equals(json.asBoolean() ? "是" : "否");
            }
            String text = json.asString();
            if (type.isEnum()) {
                return cell.equals(WORDS.getString(type.getSimpleName() + "." + text));
            }
            if (type == Instant.class) {
                return workbook ? isAbout(cell, Instant.parse(text)) : Instant.parse(cell).equals(Instant.parse(text));
            }
            if (type == LocalDate.class && workbook) {
                return LocalDateTime.parse(cell).equals(LocalDate.parse(text).atStartOfDay());
            }
            return cell.equals(text) || (!workbook && cell.equals("'" + text));
        }

        /** Excel's numbers hold milliseconds, more or less. */
        private static boolean isAbout(String cell, Instant instant) {
            Instant shown = LocalDateTime.parse(cell).atZone(BEIJING).toInstant();
            return Math.abs(ChronoUnit.MILLIS.between(shown, instant)) <= 1;
        }

        /** What a list's cell shows as it is; codes and whether something holds it shows as words. */
        private static Stream<String> leaves(JsonNode node) {
            return node.isContainer()
                    ? node.valueStream().flatMap(Value::leaves)
                    : Stream.of(node.asString()).filter(leaf -> !AS_WORD.matcher(leaf).matches());
        }
    }

    static List<Value> of(JsonNode row, Class<?> type) {
        List<Value> values = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            JsonNode json = row.get(component.getName());
            Class<?> shown = component.getType();
            if (shown.isRecord() && !SingleValue.class.isAssignableFrom(shown)) {
                JsonNode inner = json == null ? JsonNodeFactory.instance.objectNode() : json;
                values.addAll(of(inner, shown));
            } else {
                values.add(new Value(json, shown));
            }
        }
        return values;
    }
}
