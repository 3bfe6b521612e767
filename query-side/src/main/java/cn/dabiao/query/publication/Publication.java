package cn.dabiao.query.publication;

import java.util.List;

import cn.dabiao.domain.campaign.CampaignEvent.GradesPublished;
import cn.dabiao.domain.campaign.PublishedGrade;

/** A publication that is to be stored. */
record Publication(GradesPublished event, long position) {

    long pending() {
        return event.grades().stream().filter(PublishedGrade::pending).count();
    }

    List<Line> lines() {
        return event.grades().stream().map(grade -> new Line(event, grade)).toList();
    }

    /** One school in it. */
    record Line(GradesPublished event, PublishedGrade grade) {}
}
