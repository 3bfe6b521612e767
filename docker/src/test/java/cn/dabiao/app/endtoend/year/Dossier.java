package cn.dabiao.app.endtoend.year;

import java.util.List;

import tools.jackson.databind.JsonNode;

/** A school's assessment as those who work on it know it: each write goes on from the version that the last one made. */
final class Dossier {

    private final Api api;
    private final School school;
    private long version;
    private long written;
    private List<String> inspectors = List.of();

    Dossier(Api api, School school) {
        this.api = api;
        this.school = school;
    }

    School school() {
        return school;
    }

    String account() {
        return "school-" + school.code();
    }

    String path() {
        return "/assessments/" + Year.CAMPAIGN + "." + school.code();
    }

    /** Writes, or tries to. */
    Answer send(String client, String method, String what, String body) {
        String[] seen = version == 0 ? new String[0] : new String[] {"If-Match", "\"" + version + "\""};
        Answer answer = api.send(client, method, path() + what, body, seen);
        if (answer.isDone()) {
            version = answer.json().get("version").asLong();
            written = answer.position();
        }
        return answer;
    }

    /** Where the last write stands in the ledger. */
    long written() {
        return written;
    }

    Answer put(String client, String what, String body) {
        return send(client, "PUT", what, body).done();
    }

    Answer post(String client, String what, String body) {
        return send(client, "POST", what, body).done();
    }

    JsonNode seen() {
        return seenBy("office");
    }

    JsonNode seenBy(String client) {
        return api.read(client, path());
    }

    /** After something that nobody of these wrote: an event of the calendar. */
    void lookAgain() {
        version = seen().get("version").asLong();
    }

    /** Who inspects, the lead first; as drawn last. */
    List<String> inspectors() {
        return inspectors;
    }

    /** The draw of that number, which is the last one; its inspectors are those who inspect from now on. */
    JsonNode draw(int number) {
        JsonNode draw = seen().at("/draws/" + (number - 1));
        inspectors = draw.get("drawn").valueStream().map(JsonNode::asString).toList();
        return draw;
    }

    /** In place of one of them. */
    void replaced(String inspector, String replacement) {
        inspectors = inspectors.stream().map(it -> it.equals(inspector) ? replacement : it).toList();
    }
}
