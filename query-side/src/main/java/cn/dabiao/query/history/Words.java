package cn.dabiao.query.history;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import cn.dabiao.api.problem.Languages;
import cn.dabiao.domain.appeal.AppealId;
import cn.dabiao.domain.value.Authority;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Phone;
import cn.dabiao.domain.value.Reason;

/** The wording of histories and differences, from {@code history*.properties}: placeholders are named, filled once. */
public final class Words {

    private static final Map<Locale, Words> SPOKEN = new ConcurrentHashMap<>();

    private final ResourceBundle bundle;
    private final Map<String, Wording> wordings;
    private final UnaryOperator<String> opening;

    private Words(Locale locale) {
        this(
                ResourceBundle.getBundle(
                        "history", locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES)),
                new ConcurrentHashMap<>(),
                UnaryOperator.identity());
    }

    private Words(ResourceBundle bundle, Map<String, Wording> wordings, UnaryOperator<String> opening) {
        this.bundle = bundle;
        this.wordings = wordings;
        this.opening = opening;
    }

    public static Words in(Locale preferred) {
        return SPOKEN.computeIfAbsent(Languages.spoken(preferred), Words::new);
    }

    /** The same words, with names and numbers of persons as this shows them. */
    public Words opening(UnaryOperator<String> shown) {
        return new Words(bundle, wordings, shown);
    }

    /** A fact may be any text, also one with braces in it: what is filled in is not looked at again. */
    public String say(String key, Map<String, ?> facts) {
        return wordings.computeIfAbsent(key, wanted -> Wording.of(bundle.getString(wanted))).filled(name -> {
            Object fact = facts.get(name);
            if (fact == null) {
                throw new IllegalStateException(key + " tells of " + name + ", which the event does not");
            }
            return word(fact);
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
            case PersonName name -> opening.apply(name.value());
            case Phone phone -> opening.apply(phone.value());
            case Collection<?> parts -> parts.isEmpty() ? bundle.getString("none") : list(parts);
            default -> fact.toString();
        };
    }
}
