package cn.dabiao.query.history;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.campaign.CampaignEvent;
import cn.dabiao.domain.campaign.CampaignEvent.CampaignClosed;
import cn.dabiao.domain.campaign.CampaignEvent.CampaignOpened;
import cn.dabiao.domain.campaign.CampaignEvent.CampaignPersonErased;
import cn.dabiao.domain.campaign.CampaignEvent.GradesPublished;
import cn.dabiao.domain.campaign.CampaignEvent.LeadingGroupChanged;
import cn.dabiao.domain.campaign.CampaignEvent.PlanDeadlineExtended;
import cn.dabiao.domain.campaign.CampaignEvent.PlansOverdue;
import cn.dabiao.domain.campaign.PublishedGrade;
import cn.dabiao.domain.people.GroupMember;
import cn.dabiao.domain.value.Reason;

/**
 * Tells an event of a campaign in words.
 *
 * @param persons whether the reader may see who is in its leading group; why that changed tells of persons, too
 */
record CampaignTexts(Words words, boolean persons) {

    String of(CampaignEvent event) {
        return switch (event) {
            case CampaignOpened it -> words.say("CampaignOpened", Map.of(
                    "name", it.name(),
                    "standardId", it.standardId(),
                    "planDeadline", it.planDeadline(),
                    "appealWindowDays", it.appealWindowDays(),
                    "group", persons ? words.say("group", Map.of("members", members(it.leadingGroup()))) : ""));
            case LeadingGroupChanged it -> persons
                    ? words.say("LeadingGroupChanged", Map.of(
                            "before", members(it.before()),
                            "leadingGroup", members(it.leadingGroup()),
                            "because", because(it.reason())))
                    : words.say("LeadingGroupChanged.nameless");
            case PlanDeadlineExtended it -> words.say("PlanDeadlineExtended", Map.of(
                    "before", it.before(), "planDeadline", it.planDeadline(), "because", because(it.reason())));
            case PlansOverdue it -> words.say("PlansOverdue", Map.of(
                    "deadline", it.deadline(), "count", it.schools().size(), "schools", it.schools()));
            case GradesPublished it -> words.say("GradesPublished", Map.of(
                    "publicationNo", it.publicationNo(),
                    "count", it.grades().size(),
                    "pending", pending(it.grades()),
                    "note", it.note() == null ? "" : words.say("note", Map.of("note", it.note()))));
            case CampaignPersonErased it -> words.say("PersonErased", Map.of(
                    "person", it.personId(), "because", persons ? because(it.reason()) : ""));
            case CampaignClosed it -> words.say(it.open().isEmpty() ? "CampaignClosed" : "CampaignClosed.forced", Map.of(
                    "count", it.open().size(), "because", because(it.reason())));
        };
    }

    private String pending(List<PublishedGrade> grades) {
        long pending = grades.stream().filter(PublishedGrade::pending).count();
        return pending == 0 ? "" : words.say("pending", Map.of("count", pending));
    }

    private List<String> members(List<GroupMember> group) {
        return group.stream()
                .map(each -> words.say("member", Map.of("name", each.name(), "role", each.role())))
                .toList();
    }

    private String because(@Nullable Reason reason) {
        return reason == null ? "" : words.say("because", Map.of("reason", reason));
    }
}
