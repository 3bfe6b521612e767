package cn.dabiao.query.assessment;

import org.jspecify.annotations.Nullable;

import cn.dabiao.api.assessment.AssessmentSort;
import cn.dabiao.domain.assessment.Phase;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Township;
import cn.dabiao.query.reading.Listing;

/** What a list of assessments is narrowed to, and its order; null is no filter. */
record AssessmentFilter(
        @Nullable CampaignId campaign,
        @Nullable Grade grade,
        @Nullable Phase state,
        @Nullable Township township,
        @Nullable SchoolKind kind,
        @Nullable Ownership ownership,
        @Nullable Points minTotal,
        @Nullable Points maxTotal,
        @Nullable Boolean overdue,
        @Nullable String q,
        AssessmentSort sort) {

    AssessmentFilter {
        Listing.searched("q", q);
    }

    Listing listing() {
        return Listing.of(
                "assessments",
                campaign, grade, state, township, kind, ownership, minTotal, maxTotal, overdue, q, sort.value());
    }
}
