package cn.dabiao.ledger;

import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.standard.StandardId;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.domain.value.Sha256;

/** The name of an event stream: its type, a colon, and what it is about, e.g. {@code assessment:guannan-2018:2132072401}. */
public record StreamId(String value) {

    public static final String STANDARD = "standard";
    public static final String CAMPAIGN = "campaign";
    public static final String SCHOOL = "school";
    public static final String INSPECTOR = "inspector";
    public static final String ASSESSMENT = "assessment";
    public static final String EVIDENCE = "evidence";

    public static StreamId of(StandardId standard) {
        return new StreamId(STANDARD + ":" + standard);
    }

    public static StreamId of(CampaignId campaign) {
        return new StreamId(CAMPAIGN + ":" + campaign);
    }

    public static StreamId of(SchoolCode school) {
        return new StreamId(SCHOOL + ":" + school);
    }

    /** Inspectors are numbered by each bureau for itself. */
    public static StreamId of(BureauCode bureau, InspectorId inspector) {
        return new StreamId(INSPECTOR + ":" + bureau + ":" + inspector);
    }

    public static StreamId of(AssessmentId assessment) {
        // Every command asks for it: an id has one dot, between the campaign's and the school's.
        return new StreamId(ASSESSMENT + ":" + assessment.value().replace('.', ':'));
    }

    /** What it is about: the name without its type. */
    public String subject() {
        return value.substring(value.indexOf(':') + 1);
    }

    /** The assessment whose stream this is, and no other stream's. */
    public AssessmentId assessmentId() {
        if (!value.startsWith(ASSESSMENT + ":")) {
            throw new IllegalStateException(value + " is no assessment's stream");
        }
        return new AssessmentId(subject().replace(':', '.'));
    }

    /** A file of an assessment. The school stands last, as in its other streams: they are found by it. */
    public static StreamId of(AssessmentId assessment, Sha256 file) {
        return new StreamId(EVIDENCE + ":" + assessment.campaignId() + ":" + file + ":" + assessment.schoolCode());
    }

    @Override
    public String toString() {
        return value;
    }
}
