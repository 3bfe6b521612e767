package cn.dabiao.api.problem;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;

/** The two languages of the product, and which of them a reader prefers. */
public final class Languages {

    private Languages() {}

    /** The first of Accept-Language that we speak; Chinese when there is none. */
    public static Locale preferred(HttpServletRequest request) {
        List<Locale> wanted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
                ? List.of()
                : Collections.list(request.getLocales());
        return wanted.stream()
                .map(Locale::getLanguage)
                .filter(language -> language.equals("zh") || language.equals("en"))
                .findFirst()
                .map(Locale::of)
                .orElse(Locale.CHINESE);
    }

    /** English for English, Chinese for everything else. */
    public static Locale spoken(Locale locale) {
        return locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.CHINESE;
    }
}
