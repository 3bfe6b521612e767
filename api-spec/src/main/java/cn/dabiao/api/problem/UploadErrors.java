package cn.dabiao.api.problem;

import java.util.Locale;
import java.util.Map;

import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** What is wrong with the parts of a {@code multipart/form-data} body. */
final class UploadErrors {

    private UploadErrors() {}

    static FieldError missing(MissingServletRequestPartException missing, Locale locale) {
        return new FieldError(
                missing.getRequestPartName(), null, "required", ProblemTexts.expected("required", Map.of(), locale));
    }

    /** It cannot be taken apart: no boundary, or it broke off. */
    static FieldError broken(Locale locale) {
        return new FieldError("/", null, "multipart", ProblemTexts.expected("multipart", Map.of(), locale));
    }
}
