package cn.dabiao.person;

import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.ledger.StreamId;

/**
 * In whose affairs a person is named. The same name with the same owner is the same person; the same name elsewhere may be
 * another's, and has another key.
 */
public record Owner(String value) {

    public static Owner of(SchoolCode school) {
        return new Owner(StreamId.of(school).value());
    }

    /** The persons of an assessment are those of its school. */
    public static Owner of(AssessmentId assessment) {
        return of(assessment.schoolCode());
    }

    public static Owner of(CampaignId campaign) {
        return new Owner(StreamId.of(campaign).value());
    }

    public static Owner of(BureauCode bureau, InspectorId inspector) {
        return new Owner(StreamId.of(bureau, inspector).value());
    }
}
