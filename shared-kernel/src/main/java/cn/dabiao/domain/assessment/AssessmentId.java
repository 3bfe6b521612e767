package cn.dabiao.domain.assessment;

import java.util.regex.Pattern;

import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.value.InvalidValue;
import cn.dabiao.domain.value.SingleValue;

/** {@code {campaignId}.{schoolCode}}, e.g. {@code guannan-2018.2132072401}. */
public record AssessmentId(String value) implements SingleValue<String> {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{1,39}\\.\\d{10}");

    public AssessmentId {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValue(AssessmentId.class, value);
        }
    }

    public static AssessmentId of(CampaignId campaign, SchoolCode school) {
        return new AssessmentId(campaign + "." + school);
    }

    public CampaignId campaignId() {
        return new CampaignId(value.substring(0, value.indexOf('.')));
    }

    public SchoolCode schoolCode() {
        return new SchoolCode(value.substring(value.indexOf('.') + 1));
    }

    @Override
    public String toString() {
        return value;
    }
}
