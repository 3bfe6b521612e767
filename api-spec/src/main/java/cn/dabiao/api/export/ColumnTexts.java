package cn.dabiao.api.export;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import cn.dabiao.api.problem.Languages;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Phone;
import cn.dabiao.domain.value.SingleValue;

/**
 * The headers and words of tables, from {@code columns*.properties}. A header is the row type's own
 * ({@code WorkloadRow.name}), else the one that its column has everywhere ({@code schoolCode}).
 */
public final class ColumnTexts {

    private final ResourceBundle bundle;
    private final UnaryOperator<String> opening;

    private ColumnTexts(ResourceBundle bundle, UnaryOperator<String> opening) {
        this.bundle = bundle;
        this.opening = opening;
    }

    public static ColumnTexts in(Locale preferred) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "columns", Languages.spoken(preferred), Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        return new ColumnTexts(bundle, UnaryOperator.identity());
    }

    /** The same texts, with names and numbers of persons as this shows them. */
    public ColumnTexts opening(UnaryOperator<String> shown) {
        return new ColumnTexts(bundle, shown);
    }

    /** What a list is called, as the title of its table and in the name of its file. */
    public String title(String operationId) {
        return bundle.getString("file." + operationId);
    }

    String header(Class<?> type, String column) {
        String own = type.getSimpleName() + "." + column;
        return bundle.getString(bundle.containsKey(own) ? own : column);
    }

    /** A workbook's dates have no zone: its headers say which one is meant. */
    String withZone(String header) {
        return header + bundle.getString("zone");
    }

    /** What ends a text that a cell of a workbook cannot hold. */
    String cutOff() {
        return bundle.getString("cut-off");
    }

    Cell cell(@Nullable Object value) {
        return switch (value) {
            case null -> Cell.NOTHING;
            case PersonName name -> cell(opening.apply(name.value()));
            case Phone phone -> cell(opening.apply(phone.value()));
            case SingleValue<?> single -> cell(single.value());
            case BigDecimal figure -> new Cell.Figure(figure);
            case Number whole -> new Cell.Figure(BigDecimal.valueOf(whole.longValue()));
            case LocalDate date -> new Cell.Day(date);
            case Instant instant -> new Cell.Moment(instant);
            case Collection<?> none when none.isEmpty() -> Cell.NOTHING;
            default -> new Cell.Text(words(value));
        };
    }

    /** Anything as a text: the elements of a list after one another, those of several parts with the parts' names. */
    private String words(Object value) {
        return switch (value) {
            case PersonName name -> opening.apply(name.value());
            case Phone phone -> opening.apply(phone.value());
            case SingleValue<?> single -> words(single.value());
            case BigDecimal figure -> figure.toPlainString();
            case Boolean truth -> bundle.getString(truth ? "yes" : "no");
            case Enum<?> constant -> bundle.getString(
                    constant.getDeclaringClass().getSimpleName() + "." + constant.name());
            case Collection<?> elements ->
                elements.stream().map(this::words).collect(Collectors.joining(bundle.getString("separator.elements")));
            case Record parts -> Arrays.stream(parts.getClass().getRecordComponents())
                    .flatMap(part -> named(part, parts))
                    .collect(Collectors.joining(bundle.getString("separator.parts")));
            default -> value.toString();
        };
    }

    /** Nothing where there is nothing; a list in a list in brackets, so that it is seen where it ends. */
    private Stream<String> named(RecordComponent part, Record whole) {
        Object value = Column.read(part, whole);
        if (value == null || (value instanceof Collection<?> elements && elements.isEmpty())) {
            return Stream.empty();
        }
        String name = header(Objects.requireNonNull(part.getDeclaringRecord()), part.getName());
        String words = words(value);
        boolean several = value instanceof Collection || (value instanceof Record && !(value instanceof SingleValue));
        String shown = several
                ? bundle.getString("bracket.open") + words + bundle.getString("bracket.close")
                : words;
        return Stream.of(name + bundle.getString("separator.name") + shown);
    }
}
