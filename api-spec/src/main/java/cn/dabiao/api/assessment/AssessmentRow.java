package cn.dabiao.api.assessment;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.assessment.Phase;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Title;
import cn.dabiao.domain.value.Township;

/**
 * An assessment in a list.
 *
 * @param planLate     whether the plan came after the campaign's date
 * @param orderOverdue whether a rectification order is overdue: its date passed without a report
 * @param selfTotal    what the school gave itself
 * @param total        what the inspectors gave it, once the grade is assigned
 * @param grade        the one that counts: a determination makes it NOT_ATTAINED, whatever the scores give
 */
public record AssessmentRow(
        AssessmentId assessmentId,
        CampaignId campaignId,
        SchoolCode schoolCode,
        Title schoolName,
        SchoolKind kind,
        Ownership ownership,
        Township township,
        Phase state,
        boolean planLate,
        boolean orderOverdue,
        @Nullable Points selfTotal,
        @Nullable Points total,
        @Nullable Grade grade,
        int round,
        long version) {}
