package cn.dabiao.api.problem;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.util.PropertyPlaceholderHelper;

import cn.dabiao.domain.value.InvalidValue;

/** The wording of problems, from {@code problems*.properties}: placeholders are named after the facts. */
public final class ProblemTexts {

    private static final PropertyPlaceholderHelper PLACEHOLDERS = new PropertyPlaceholderHelper("{", "}");
    private static final ResourceBundleMessageSource BUNDLE = bundle();

    private ProblemTexts() {}

    static String title(ProblemType type, Locale locale) {
        return text("title." + type.slug(), Map.of(), locale);
    }

    static String detail(ProblemType type, Map<String, ?> facts, Locale locale) {
        return text("detail." + type.slug(), facts, locale);
    }

    /** What would be right for a rule, e.g. {@code required} or the name of a value type. */
    static String expected(String rule, Map<String, ?> facts, Locale locale) {
        return text("expected." + rule, facts, locale);
    }

    /** A value in the reader's words: enum constants by their names in the bundle, lists joined. */
    static String inWords(Object value, Locale locale) {
        if (value instanceof Enum<?> constant) {
            String key = constant.getDeclaringClass().getSimpleName() + "." + constant.name();
            String word = BUNDLE.getMessage(key, null, "", Languages.spoken(locale));
            return word == null || word.isEmpty() ? constant.name() : word;
        }
        if (value instanceof Collection<?> values) {
            String comma = Languages.spoken(locale).equals(Locale.ENGLISH) ? ", " : "、";
            if (values.isEmpty()) {
                return Languages.spoken(locale).equals(Locale.ENGLISH) ? "(none)" : "（无）";
            }
            return values.stream().map(each -> inWords(each, locale)).collect(Collectors.joining(comma));
        }
        return InvalidValue.printable(value);
    }

    private static String text(String key, Map<String, ?> facts, Locale locale) {
        String pattern = BUNDLE.getMessage(key, null, Languages.spoken(locale));
        return PLACEHOLDERS.replacePlaceholders(pattern, name -> {
            Object fact = facts.get(name);
            // A brace in a caller's own text must not be taken for a placeholder.
            return fact == null ? "" : inWords(fact, locale).replace('{', '(').replace('}', ')');
        });
    }

    private static ResourceBundleMessageSource bundle() {
        ResourceBundleMessageSource source = new ResourceBundleMessageSource();
        source.setBasename("problems");
        // Not that of the thread which happens to ask first: a web server's, which ends with it.
        source.setBundleClassLoader(ProblemTexts.class.getClassLoader());
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        return source;
    }
}
