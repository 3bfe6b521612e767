package cn.dabiao.app.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Whom a demo client id speaks for; the id alone says it, there is no table of clients. */
record DemoIdentity(String role, @Nullable String bureau, Map<String, Object> person) {

    private static final Pattern OFFICIAL = Pattern.compile("(office|leader|auditor|analyst)(?:-([1-9]\\d{5}))?");
    private static final Pattern SCHOOL = Pattern.compile("school-([0-9A-Za-z]{1,32})");
    private static final Pattern INSPECTOR = Pattern.compile("inspector-([0-9A-Za-z-]{1,64})");

    static Optional<DemoIdentity> of(String clientId, String defaultBureau, RegisteredPeople people) {
        if (clientId.equals("operator")) {
            // Runs the machines for all bureaus and therefore belongs to none.
            return Optional.of(new DemoIdentity("OPERATOR", null, Map.of()));
        }
        Matcher official = OFFICIAL.matcher(clientId);
        if (official.matches()) {
            String bureau = Optional.ofNullable(official.group(2)).orElse(defaultBureau);
            return Optional.of(new DemoIdentity(official.group(1).toUpperCase(Locale.ROOT), bureau, Map.of()));
        }
        Matcher school = SCHOOL.matcher(clientId);
        if (school.matches()) {
            String code = school.group(1);
            return people.bureauOfSchool(code).map(b -> new DemoIdentity("SCHOOL", b, Map.of("school", code)));
        }
        Matcher inspector = INSPECTOR.matcher(clientId);
        if (inspector.matches()) {
            String id = inspector.group(1);
            return people.bureauOfInspector(id).map(b -> new DemoIdentity("INSPECTOR", b, Map.of("inspector", id)));
        }
        return Optional.empty();
    }

    Map<String, Object> claims() {
        Map<String, Object> claims = new LinkedHashMap<>(person);
        claims.put("roles", List.of(role));
        if (bureau != null) {
            claims.put("bureau", bureau);
        }
        return claims;
    }
}
