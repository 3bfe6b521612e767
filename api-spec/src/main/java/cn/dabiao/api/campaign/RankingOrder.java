package cn.dabiao.api.campaign;

import java.util.regex.Pattern;

import cn.dabiao.domain.standard.CategoryCode;
import cn.dabiao.domain.value.InvalidValue;
import cn.dabiao.domain.value.SingleValue;

/** By what schools are ranked: {@code total}, or the code of a category of the campaign's standard. */
public record RankingOrder(String value) implements SingleValue<String> {

    private static final Pattern FORM = Pattern.compile("total|[A-Z][A-Z0-9_]{1,29}");

    public RankingOrder {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValue(RankingOrder.class, value);
        }
    }

    public boolean isTotal() {
        return value.equals("total");
    }

    public CategoryCode category() {
        return new CategoryCode(value);
    }
}
