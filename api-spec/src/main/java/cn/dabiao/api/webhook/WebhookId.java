package cn.dabiao.api.webhook;

import java.util.regex.Pattern;

import cn.dabiao.domain.value.InvalidValue;
import cn.dabiao.domain.value.SingleValue;

/** The id of a webhook within its bureau, e.g. {@code website}: 1 to 40 of a–z, 0–9 and {@code -}. */
public record WebhookId(String value) implements SingleValue<String> {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    public WebhookId {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValue(WebhookId.class, value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
