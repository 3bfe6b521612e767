package cn.dabiao.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import cn.dabiao.domain.assessment.Action;
import cn.dabiao.domain.assessment.Phase;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.SingleValue;

class ProblemTextsTest {

    private static final ResourceBundle CHINESE = ResourceBundle.getBundle("problems", Locale.ROOT);
    private static final ResourceBundle ENGLISH = ResourceBundle.getBundle("problems", Locale.ENGLISH);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void every_problem_is_worded_in_both_languages(ProblemType type) {
        for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            assertThat(ProblemTexts.title(type, locale)).isNotBlank();
            assertThat(ProblemTexts.detail(type, Map.of(), locale)).isNotBlank();
        }
        assertThat(ProblemTexts.title(type, Locale.CHINESE)).isNotEqualTo(ProblemTexts.title(type, Locale.ENGLISH));
    }

    @Test
    void both_languages_have_the_same_texts() {
        assertThat(ENGLISH.keySet()).isEqualTo(CHINESE.keySet());
    }

    static Stream<Class<?>> refusals() {
        return Arrays.stream(Refusal.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void a_refusals_text_names_only_facts_that_it_has(Class<?> refusal) {
        Set<String> facts = Arrays.stream(refusal.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
        String slug = refusal.getSimpleName().replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);

        assertThat(facts).containsAll(placeholders(CHINESE.getString("detail." + slug)));
        assertThat(facts).containsAll(placeholders(ENGLISH.getString("detail." + slug)));
    }

    @Test
    void every_value_type_says_what_would_be_right() {
        List<String> values = new ClassFileImporter()
                .importPackages("cn.dabiao.domain", "cn.dabiao.api").stream()
                        .filter(type -> type.isAssignableTo(SingleValue.class) && !type.isInterface())
                        .map(JavaClass::getSimpleName)
                        .toList();

        assertThat(values).hasSizeGreaterThan(20);
        assertThat(values).allSatisfy(value -> {
            assertThat(CHINESE.containsKey("expected." + value)).as(value).isTrue();
            assertThat(ENGLISH.containsKey("expected." + value)).as(value).isTrue();
        });
    }

    @Test
    void every_word_of_the_domain_that_a_text_can_show_has_a_name() {
        Set<String> words = new HashSet<>();
        for (Enum<?>[] constants : List.<Enum<?>[]>of(
                Role.values(), Grade.values(), Phase.values(), Action.values(), Refusal.Thing.values())) {
            for (Enum<?> constant : constants) {
                words.add(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
            }
        }
        assertThat(CHINESE.keySet()).containsAll(words);
    }

    @Test
    void a_text_is_filled_with_facts_in_words() {
        Refusal refusal = new Refusal.NotQualified(new Points("69.5"), new Points("70"));

        assertThat(ProblemTexts.detail(ProblemType.NOT_QUALIFIED, Facts.of(refusal), Locale.CHINESE))
                .isEqualTo("自评总分 69.5，低于申报所需的 70 分。请整改并重新自评后再申报。");
        assertThat(ProblemTexts.detail(ProblemType.NOT_QUALIFIED, Facts.of(refusal), Locale.ENGLISH))
                .contains("69.5", "70");
    }

    @Test
    void a_callers_own_braces_are_not_taken_for_placeholders() {
        Map<String, ?> facts = Map.of("field", "{expected}", "expected", "必须填写");

        assertThat(ProblemTexts.detail(ProblemType.INVALID_REQUEST, facts, Locale.CHINESE))
                .isEqualTo("(expected)：必须填写。什么都没有保存。");
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map((MatchResult found) -> found.group(1)).toList();
    }
}
