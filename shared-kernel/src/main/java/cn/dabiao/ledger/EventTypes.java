package cn.dabiao.ledger;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.campaign.CampaignEvent;
import cn.dabiao.domain.evidence.EvidenceEvent;
import cn.dabiao.domain.inspector.InspectorEvent;
import cn.dabiao.domain.school.SchoolEvent;
import cn.dabiao.domain.standard.StandardEvent;

/**
 * The names under which events are stored. A name, once used, is never given to another event; a class may be renamed,
 * its line here stays.
 */
public final class EventTypes {

    static final List<EventType> ALL = List.of(
            new EventType("standard.StandardPublished", "1", StandardEvent.StandardPublished.class),
            new EventType("campaign.CampaignOpened", "1", CampaignEvent.CampaignOpened.class),
            new EventType("campaign.LeadingGroupChanged", "1", CampaignEvent.LeadingGroupChanged.class),
            new EventType("campaign.PlanDeadlineExtended", "1", CampaignEvent.PlanDeadlineExtended.class),
            new EventType("campaign.PlansOverdue", "1", CampaignEvent.PlansOverdue.class),
            new EventType("campaign.GradesPublished", "1", CampaignEvent.GradesPublished.class),
            new EventType("campaign.CampaignClosed", "1", CampaignEvent.CampaignClosed.class),
            new EventType("school.SchoolRegistered", "1", SchoolEvent.SchoolRegistered.class),
            new EventType("inspector.InspectorRegistered", "1", InspectorEvent.InspectorRegistered.class),
            new EventType("inspector.RecusalDeclared", "1", InspectorEvent.RecusalDeclared.class),
            new EventType("inspector.RecusalRequested", "1", InspectorEvent.RecusalRequested.class),
            new EventType("inspector.RecusalDecided", "1", InspectorEvent.RecusalDecided.class),
            new EventType("inspector.InspectorSuspended", "1", InspectorEvent.InspectorSuspended.class),
            new EventType("inspector.InspectorReinstated", "1", InspectorEvent.InspectorReinstated.class),
            new EventType("assessment.PlanSubmitted", "1", AssessmentEvent.PlanSubmitted.class),
            new EventType("assessment.SelfAssessed", "1", AssessmentEvent.SelfAssessed.class),
            new EventType("assessment.ApplicationSubmitted", "1", AssessmentEvent.ApplicationSubmitted.class),
            new EventType("assessment.ApplicationAccepted", "1", AssessmentEvent.ApplicationAccepted.class),
            new EventType("assessment.ApplicationReturned", "1", AssessmentEvent.ApplicationReturned.class),
            new EventType("assessment.ApplicationWithdrawn", "1", AssessmentEvent.ApplicationWithdrawn.class),
            new EventType("assessment.InspectorsDrawn", "2", AssessmentEvent.InspectorsDrawn.class),
            new EventType("assessment.ReviewOpened", "1", AssessmentEvent.ReviewOpened.class),
            new EventType("assessment.ItemScored", "1", AssessmentEvent.ItemScored.class),
            new EventType("assessment.ReviewSigned", "1", AssessmentEvent.ReviewSigned.class),
            new EventType("assessment.GradeAssigned", "1", AssessmentEvent.GradeAssigned.class),
            new EventType("assessment.InspectorReplaced", "1", AssessmentEvent.InspectorReplaced.class),
            new EventType("assessment.ScoreCorrected", "1", AssessmentEvent.ScoreCorrected.class),
            new EventType("assessment.GradeRevised", "1", AssessmentEvent.GradeRevised.class),
            new EventType("assessment.NotAttainedDetermined", "1", AssessmentEvent.NotAttainedDetermined.class),
            new EventType("assessment.DeterminationRevoked", "1", AssessmentEvent.DeterminationRevoked.class),
            new EventType("assessment.RectificationOrdered", "1", AssessmentEvent.RectificationOrdered.class),
            new EventType("assessment.RectificationReported", "1", AssessmentEvent.RectificationReported.class),
            new EventType("assessment.RectificationVerified", "1", AssessmentEvent.RectificationVerified.class),
            new EventType("assessment.RectificationSentBack", "1", AssessmentEvent.RectificationSentBack.class),
            new EventType("assessment.RectificationOverdue", "1", AssessmentEvent.RectificationOverdue.class),
            new EventType("assessment.AppealLodged", "1", AssessmentEvent.AppealLodged.class),
            new EventType("assessment.AppealDecided", "1", AssessmentEvent.AppealDecided.class),
            new EventType("assessment.AppealWindowClosed", "1", AssessmentEvent.AppealWindowClosed.class),
            new EventType("assessment.MeasureIssued", "1", AssessmentEvent.MeasureIssued.class),
            new EventType("assessment.InterviewHeld", "1", AssessmentEvent.InterviewHeld.class),
            new EventType("assessment.CommitmentFulfilled", "1", AssessmentEvent.CommitmentFulfilled.class),
            new EventType("assessment.MeasureWithdrawn", "1", AssessmentEvent.MeasureWithdrawn.class),
            new EventType("evidence.EvidenceStored", "1", EvidenceEvent.EvidenceStored.class),
            new EventType("school.SchoolUpdated", "1", SchoolEvent.SchoolUpdated.class),
            new EventType("school.SchoolMerged", "1", SchoolEvent.SchoolMerged.class),
            new EventType("school.SchoolClosed", "1", SchoolEvent.SchoolClosed.class),
            new EventType("school.PersonErased", "1", SchoolEvent.SchoolPersonErased.class),
            new EventType("inspector.PersonErased", "1", InspectorEvent.InspectorPersonErased.class),
            new EventType("campaign.PersonErased", "1", CampaignEvent.CampaignPersonErased.class));

    private static final Map<String, EventType> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(EventType::name, Function.identity()));
    private static final Map<Class<?>, EventType> BY_CLASS =
            ALL.stream().collect(Collectors.toUnmodifiableMap(EventType::payload, Function.identity()));

    private EventTypes() {}

    /** The stored name of an event's class. */
    public static String nameOf(Class<?> payload) {
        return Optional.ofNullable(BY_CLASS.get(payload))
                .orElseThrow(() -> new IllegalArgumentException(payload + " has no stored name"))
                .name();
    }

    /** All that are known, in the order in which they came to be. */
    public static List<String> names() {
        return ALL.stream().map(EventType::name).toList();
    }

    /** The revision in which an event of this name is written today. */
    public static int revisionOf(String name) {
        return named(name)
                .map(type -> Integer.parseInt(type.revision()))
                .orElseThrow(() -> new IllegalArgumentException("no event is known by the stored name " + name));
    }

    static Optional<EventType> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    static Optional<EventType> of(Class<?> payload) {
        return Optional.ofNullable(BY_CLASS.get(payload));
    }
}
