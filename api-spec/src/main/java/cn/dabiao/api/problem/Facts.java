package cn.dabiao.api.problem;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;

/** The components of a record by their names: what a refusal tells as members of the problem. */
final class Facts {

    private Facts() {}

    static Map<String, Object> of(Object fact) {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (RecordComponent component : fact.getClass().getRecordComponents()) {
            try {
                Object value = component.getAccessor().invoke(fact);
                if (value != null) {
                    facts.put(component.getName(), value);
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a record's accessor can be called", e);
            }
        }
        return facts;
    }
}
