package cn.dabiao.domain.campaign;

import java.util.regex.Pattern;

import cn.dabiao.domain.value.InvalidValue;
import cn.dabiao.domain.value.SingleValue;

/** The id of a campaign, e.g. {@code guannan-2018}: 2 to 40 of a–z, 0–9 and {@code -}. */
public record CampaignId(String value) implements SingleValue<String> {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{1,39}");

    public CampaignId {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValue(CampaignId.class, value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
