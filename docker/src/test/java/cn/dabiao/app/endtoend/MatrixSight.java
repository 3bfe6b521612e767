package cn.dabiao.app.endtoend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import tools.jackson.databind.json.JsonMapper;

/** What everybody was shown, and whether it was theirs. */
final class MatrixSight {

    /** Before a school's code, in what is said of a leak. */
    static final String SCHOOL = " the school ";

    private final Map<String, Set<String>> seen = new HashMap<>();
    private final List<String> leaks = new ArrayList<>();
    private final Set<String> told = new TreeSet<>();

    /** What stood in answers to callers that must not see it. */
    List<String> leaks() {
        return leaks;
    }

    /** Which marks stood in any answer to this caller. */
    Set<String> seenBy(String caller) {
        return seen.getOrDefault(caller, Set.of());
    }

    /** The rows that show the one school to its office. */
    Set<String> told() {
        return told;
    }

    void look(MatrixCall call, MatrixCaller caller, boolean good, String text) {
        Set<String> marks = new HashSet<>(Set.of(
                MatrixCaller.SCHOOLS, MatrixCaller.OTHER_SCHOOLS, MatrixCaller.BUREAUS, MatrixCaller.ANOTHER_BUREAUS));
        marks.removeIf(mark -> !text.contains(mark));
        if (good) {
            seen.computeIfAbsent(caller.name(), _ -> new TreeSet<>()).addAll(marks);
        }
        caller.hidden().stream()
                .filter(marks::contains)
                .forEach(mark -> leaks.add(call.row() + " shows " + caller + " " + mark));
        if (good && call.method().equals("GET")) {
            String apart = withoutPublications(call, text);
            caller.othersSchools().stream()
                    .filter(apart::contains)
                    .forEach(school -> leaks.add(call.row() + " shows " + caller + SCHOOL + school));
            if (caller.name().equals("other-inspector") && call.path().endsWith("/workload") && text.contains("mx-1")) {
                leaks.add(call.row() + " shows " + caller + " another's work");
            }
            if (caller.name().equals("office") && text.contains(MatrixCounty.SCHOOL)) {
                told.add(call.row());
            }
        }
    }

    /** A feed without what is published, which is everybody's in the bureau. */
    private static String withoutPublications(MatrixCall call, String text) {
        if (!call.path().startsWith("/feed")) {
            return text;
        }
        String published = "campaign.GradesPublished";
        if (text.startsWith("{")) {
            return JsonMapper.shared().readTree(text).get("items").valueStream()
                    .filter(event -> !event.get("type").asString().equals(published))
                    .toList()
                    .toString();
        }
        return text.lines().filter(line -> !line.contains(published)).collect(Collectors.joining("\n"));
    }
}
