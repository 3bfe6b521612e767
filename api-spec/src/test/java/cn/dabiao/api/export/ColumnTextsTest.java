package cn.dabiao.api.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.method.HandlerMethod;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import cn.dabiao.domain.value.SingleValue;

/** Whatever a list can show has a header and a word for it, in both languages. */
class ColumnTextsTest {

    private static final ResourceBundle CHINESE = bundle(Locale.ROOT);
    private static final ResourceBundle ENGLISH = bundle(Locale.ENGLISH);

    static Stream<ListOperation> lists() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("cn.dabiao.api").stream()
                        .filter(JavaClass::isInterface)
                        .map(JavaClass::reflect)
                        .flatMap(contract -> Arrays.stream(contract.getDeclaredMethods()))
                        .map(ColumnTextsTest::handler)
                        .flatMap(handler -> ListOperation.of(handler).stream());
    }

    @Test
    void the_contract_has_lists() {
        assertThat(lists().map(ListOperation::name)).contains("listSchools", "getRanking", "getSchoolHistory");
    }

    @ParameterizedTest
    @MethodSource("lists")
    void a_list_and_its_columns_are_named(ListOperation list) {
        for (Locale language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            ColumnTexts texts = ColumnTexts.in(language);
            assertThat(texts.title(list.name())).isNotBlank();
            assertThat(Table.of(list.rowType()).headers(texts)).allSatisfy(header -> assertThat(header).isNotBlank());
            assertThat(Table.of(list.rowType()).headers(texts)).as("each once").doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @MethodSource("lists")
    void the_words_and_parts_in_a_lists_cells_are_named(ListOperation list) {
        Set<Class<?>> shown = new HashSet<>();
        collect(list.rowType(), shown);
        for (Class<?> type : shown) {
            if (type.isEnum()) {
                for (Object constant : type.getEnumConstants()) {
                    assertThat(CHINESE.keySet()).contains(type.getSimpleName() + "." + ((Enum<?>) constant).name());
                }
            } else if (type != list.rowType()) {
                for (RecordComponent part : type.getRecordComponents()) {
                    assertThat(CHINESE.containsKey(type.getSimpleName() + "." + part.getName())
                                    || CHINESE.containsKey(part.getName())
                                    || isColumn(list, part))
                            .as("%s.%s", type.getSimpleName(), part.getName())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void both_languages_have_the_same_texts() {
        assertThat(ENGLISH.keySet()).isEqualTo(CHINESE.keySet());
    }

    /** Of a record whose parts are columns of their own, which have headers. */
    private static boolean isColumn(ListOperation list, RecordComponent part) {
        return Table.of(list.rowType()).columns().stream()
                .map(column -> column.path().getLast().getAccessor())
                .anyMatch(part.getAccessor()::equals);
    }

    /** The records and words that a value of this type can hold, at any depth. */
    private static void collect(Type type, Set<Class<?>> into) {
        if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                collect(argument, into);
            }
        } else if (type instanceof Class<?> plain && (plain.isEnum() || plain.isRecord())) {
            boolean single = SingleValue.class.isAssignableFrom(plain);
            if (single || into.add(plain)) {
                for (RecordComponent part : plain.isRecord() ? plain.getRecordComponents() : new RecordComponent[0]) {
                    collect(part.getGenericType(), into);
                }
            }
        }
    }

    private static HandlerMethod handler(Method method) {
        return new HandlerMethod(method.getDeclaringClass(), method);
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle("columns", locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }
}
