package cn.dabiao.app.fuzz;

import java.util.List;
import java.util.Map;

/**
 * What there is in the county, so that requests are about something, and bodies that bring it further.
 *
 * @param values by the name of a parameter or field
 * @param bodies by the operation's id
 */
record Known(Map<String, List<String>> values, Map<String, List<String>> bodies) {

    List<String> valuesOf(String name) {
        return values.getOrDefault(name, List.of());
    }

    List<String> bodiesOf(String operation) {
        return bodies.getOrDefault(operation, List.of());
    }
}
