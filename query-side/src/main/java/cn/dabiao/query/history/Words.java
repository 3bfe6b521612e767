package cn.dabiao.query.history;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import cn.dabiao.api.problem.Languages;
import cn.dabiao.domain.appeal.AppealId;
import cn.dabiao.domain.value.Authority;
import cn.dabiao.domain.value.Reason;

/** The wording of histories and differences, from {@code history*.properties}: placeholders are named, filled once. */
public final class Words {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    private final ResourceBundle bundle;

    private Words(Locale locale) {
        this.bundle = ResourceBundle.getBundle(
                "history", locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    public static Words in(Locale preferred) {
        return new Words(Languages.spoken(preferred));
    }

    /** A fact may be any text, also one with braces in it: what is filled in is not looked at again. */
    public String say(String key, Map<String, ?> facts) {
        return PLACEHOLDER.matcher(bundle.getString(key)).replaceAll(found -> {
            Object fact = facts.get(found.group(1));
            if (fact == null) {
                throw new IllegalStateException(key + " tells of " + found.group() + ", which the event does not");
            }
            return Matcher.quoteReplacement(word(fact));
        });
    }

    public String say(String key) {
        return say(key, Map.of());
    }

    /** Why, as the end of a sentence; nothing where nobody said. */
    String because(@Nullable Reason reason) {
        return reason == null ? "" : say("because", Map.of("reason", reason));
    }

    /** What a correction rests on: exactly one of the two is there. */
    String authority(@Nullable AppealId appealId, @Nullable Authority authority) {
        return appealId == null ? String.valueOf(authority) : say("authority.appeal", Map.of("appealId", appealId));
    }

    String list(Collection<?> parts) {
        return parts.stream().map(this::word).collect(Collectors.joining(bundle.getString("separator.list")));
    }

    public String clauses(Collection<String> parts) {
        return String.join(bundle.getString("separator.clauses"), parts);
    }

    private String word(Object fact) {
        return switch (fact) {
            case Enum<?> constant -> bundle.getString(
                    constant.getDeclaringClass().getSimpleName() + "." + constant.name());
            case Collection<?> parts -> parts.isEmpty() ? bundle.getString("none") : list(parts);
            default -> fact.toString();
        };
    }
}
