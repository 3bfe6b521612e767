package cn.dabiao.app.endtoend.year;

/**
 * Points off an item. Everything here counts in half points, so that nothing is rounded.
 *
 * @param evidence the evidence in JSON; empty for none
 */
record Loss(String checkpoint, int halves, String reason, String evidence) {

    Loss(String checkpoint, int halves, String reason) {
        this(checkpoint, halves, reason, "");
    }

    String json() {
        return """
                {"checkpoint": "%s", "points": %s, "reason": "%s", "evidence": [%s]}"""
                .formatted(checkpoint, points(halves), reason, evidence);
    }

    /** As people write them: 3, 3.5. */
    static String points(int halves) {
        return halves / 2 + (halves % 2 == 0 ? "" : ".5");
    }
}
