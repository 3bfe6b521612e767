package cn.dabiao.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;

import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Phone;
import cn.dabiao.json.DomainJson;
import cn.dabiao.json.Nameless;

class NamelessTest {

    static List<Object> examples() {
        return EventExamples.ALL;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void no_name_and_no_phone_number_is_written(Object event) {
        String written = Nameless.mapper().writeValueAsString(event);

        assertThat(personsIn(event)).allSatisfy(person -> assertThat(written).doesNotContain(person));
    }

    @Test
    void what_tells_of_persons_is_left_out_and_nothing_else() {
        Set<String> leftOut = new TreeSet<>();
        EventExamples.ALL.forEach(event -> compare(
                DomainJson.mapper().valueToTree(event),
                Nameless.mapper().valueToTree(event),
                EventTypes.nameOf(event.getClass()),
                leftOut));

        assertThat(leftOut).containsExactlyInAnyOrder(
                "assessment.AppealLodged/evidence/name",
                "assessment.AppealLodged/evidence/place",
                "assessment.ApplicationSubmitted/school/principal",
                "assessment.ApplicationSubmitted/school/vicePrincipal",
                "assessment.ApplicationSubmitted/sealedBy",
                "assessment.GradeAssigned/sealedBy",
                "assessment.InspectorReplaced/reason",
                "assessment.InterviewHeld/minutes",
                "assessment.ItemScored/deductions/evidence/name",
                "assessment.ItemScored/deductions/evidence/place",
                "assessment.MeasureIssued/summons/attendees",
                "assessment.PlanSubmitted/document/name",
                "assessment.PlanSubmitted/leadingGroup",
                "assessment.RectificationReported/evidence/name",
                "assessment.RectificationReported/evidence/place",
                "assessment.ScoreCorrected/deductions/evidence/name",
                "assessment.ScoreCorrected/deductions/evidence/place",
                "assessment.SelfAssessed/findings/deductions/evidence/name",
                "assessment.SelfAssessed/findings/deductions/evidence/place",
                "campaign.CampaignOpened/leadingGroup",
                "campaign.LeadingGroupChanged/before",
                "campaign.LeadingGroupChanged/leadingGroup",
                "campaign.LeadingGroupChanged/reason",
                "campaign.PersonErased/reason",
                "evidence.EvidenceStored/name",
                "evidence.EvidenceStored/place",
                "inspector.InspectorRegistered/name",
                "inspector.InspectorReinstated/reason",
                "inspector.InspectorSuspended/reason",
                "inspector.PersonErased/reason",
                "inspector.RecusalDecided/reason",
                "inspector.RecusalDeclared/reason",
                "inspector.RecusalRequested/reason",
                "school.PersonErased/reason",
                "school.SchoolRegistered/facts/principal",
                "school.SchoolRegistered/facts/vicePrincipal",
                "school.SchoolUpdated/before/principal",
                "school.SchoolUpdated/before/vicePrincipal",
                "school.SchoolUpdated/facts/principal",
                "school.SchoolUpdated/facts/vicePrincipal");
    }

    private static void compare(JsonNode whole, @Nullable JsonNode nameless, String path, Set<String> leftOut) {
        if (nameless == null) {
            leftOut.add(path);
        } else if (whole.isObject()) {
            whole.properties().forEach(it -> compare(
                    it.getValue(), nameless.get(it.getKey()), path + "/" + it.getKey(), leftOut));
        } else if (whole.isArray()) {
            assertThat(nameless.size()).isEqualTo(whole.size());
            for (int i = 0; i < whole.size(); i++) {
                compare(whole.get(i), nameless.get(i), path, leftOut);
            }
        } else {
            assertThat(nameless).isEqualTo(whole);
        }
    }

    private static Stream<String> personsIn(@Nullable Object value) {
        return switch (value) {
            case PersonName name -> Stream.of(name.value());
            case Phone phone -> Stream.of(phone.value());
            case List<?> several -> several.stream().flatMap(NamelessTest::personsIn);
            case Record composed -> Stream.of(composed.getClass().getRecordComponents())
                    .flatMap(component -> personsIn(valueOf(component, composed)));
            case null, default -> Stream.empty();
        };
    }

    private static @Nullable Object valueOf(RecordComponent component, Object of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
