package cn.dabiao.app.kills;

import cn.dabiao.app.endtoend.County;

/** The next write of an assessment, which has as many events as steps were done: up to an open review, then scores. */
record Step(String client, String method, String path, String body) {

    /** @param version how many events it has, which the next write rests on */
    static Step after(long version, County county, String school) {
        String account = "school-" + school;
        return switch ((int) version) {
            case 0 -> new Step(account, "PUT", "/plan", County.PLAN);
            case 1 -> new Step(account, "PUT", "/self-assessment", County.selfAssessment());
            case 2 -> new Step(account, "POST", "/application", County.APPLICATION);
            case 3 -> new Step("office", "POST", "/application/acceptance", "{}");
            case 4 -> new Step("office", "POST", "/draws", "{\"count\": 2, \"seed\": \"load\"}");
            case 5 -> new Step("office", "POST", "/reviews", "{\"visitOn\": \"2018-04-10\"}");
            default -> score(version, county);
        };
    }

    /** Item after item, then all of them anew with another deduction; both inspectors of the county are drawn. */
    private static Step score(long version, County county) {
        long item = version % 15 + 1;
        String points = version / 15 % 2 == 0 ? "0.5" : "1";
        return new Step(
                "inspector-" + county.inspector((int) (version % 2) + 1),
                "PUT",
                "/reviews/1/items/" + item,
                """
                {"deductions": [{"checkpoint": "%d.1", "points": %s, "reason": "复查"}]}""".formatted(item, points));
    }
}
