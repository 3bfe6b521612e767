package cn.dabiao.json;

import java.io.Serial;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.ValueSerializerModifier;

import cn.dabiao.domain.assessment.AssessmentEvent.InspectorReplaced;
import cn.dabiao.domain.assessment.AssessmentEvent.InterviewHeld;
import cn.dabiao.domain.campaign.CampaignEvent.CampaignPersonErased;
import cn.dabiao.domain.campaign.CampaignEvent.LeadingGroupChanged;
import cn.dabiao.domain.evidence.EvidenceEvent.EvidenceStored;
import cn.dabiao.domain.inspector.InspectorEvent.InspectorPersonErased;
import cn.dabiao.domain.inspector.InspectorEvent.InspectorReinstated;
import cn.dabiao.domain.inspector.InspectorEvent.InspectorSuspended;
import cn.dabiao.domain.inspector.InspectorEvent.RecusalDecided;
import cn.dabiao.domain.inspector.InspectorEvent.RecusalDeclared;
import cn.dabiao.domain.inspector.InspectorEvent.RecusalRequested;
import cn.dabiao.domain.people.Contact;
import cn.dabiao.domain.people.GroupMember;
import cn.dabiao.domain.school.SchoolEvent.SchoolPersonErased;
import cn.dabiao.domain.scoring.Evidence;
import cn.dabiao.domain.value.FileName;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Phone;

/**
 * Writes what an analyst may read (RULES.md §6): the same JSON as {@link DomainJson}, with every component left out that
 * names a person, gives a phone number, or tells of persons in words, as the names that people give their files do.
 */
public final class Nameless {

    private static final Set<Class<?>> PERSONS =
            Set.of(PersonName.class, Phone.class, Contact.class, GroupMember.class, FileName.class);

    /**
     * Where evidence is from, why somebody is recused, suspended, replaced or erased, why a leading group changes, what somebody said
     * in an interview.
     */
    private static final Map<Class<?>, String> WORDS = Map.ofEntries(
            Map.entry(RecusalDeclared.class, "reason"),
            Map.entry(RecusalRequested.class, "reason"),
            Map.entry(RecusalDecided.class, "reason"),
            Map.entry(InspectorSuspended.class, "reason"),
            Map.entry(InspectorReinstated.class, "reason"),
            Map.entry(InspectorReplaced.class, "reason"),
            Map.entry(LeadingGroupChanged.class, "reason"),
            Map.entry(SchoolPersonErased.class, "reason"),
            Map.entry(InspectorPersonErased.class, "reason"),
            Map.entry(CampaignPersonErased.class, "reason"),
            Map.entry(InterviewHeld.class, "minutes"),
            Map.entry(EvidenceStored.class, "place"),
            Map.entry(Evidence.class, "place"));

    private static final JsonMapper MAPPER = DomainJson.configure(JsonMapper.builder())
            .addModule(new SimpleModule("dabiao-nameless").setSerializerModifier(new LeavingPersonsOut()))
            .build();

    private Nameless() {}

    public static JsonMapper mapper() {
        return MAPPER;
    }

    private static final class LeavingPersonsOut extends ValueSerializerModifier {

        @Serial
        private static final long serialVersionUID = 1L;

        @Override
        public List<BeanPropertyWriter> changeProperties(
                SerializationConfig config, BeanDescription.Supplier bean, List<BeanPropertyWriter> components) {
            String telling = WORDS.get(bean.getBeanClass());
            return components.stream()
                    .filter(component -> !isPerson(component.getType()) && !component.getName().equals(telling))
                    .toList();
        }

        private static boolean isPerson(JavaType type) {
            return type.isContainerType() ? isPerson(type.getContentType()) : PERSONS.contains(type.getRawClass());
        }
    }
}
