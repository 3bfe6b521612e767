package cn.dabiao.app.endtoend.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/** The ninth of April: inspectors are drawn, and some are not, for what they are to a school. */
public final class Draws {

    private static final int DECLARED = 5;
    private static final int ASKED = 6;

    private final Year year;
    private final Api api;

    public Draws(Year year) {
        this.year = year;
        this.api = year.api();
    }

    static String inspector(int number) {
        return "year-i%02d".formatted(number);
    }

    public void a_school_asks_that_an_inspector_be_recused_and_a_leader_upholds_it() {
        year.comes(4, 9);
        Dossier school = year.school(ASKED);
        String recusals = "/inspectors/" + inspector(7) + "/recusals";
        api.send(school.account(), "POST", recusals, recusal(school, "该考评员系本校校长近亲属")).done();
        api.send("leader", "POST", recusals + "/" + school.school().code() + "/decision",
                        "{\"outcome\": \"UPHELD\", \"reason\": \"情况属实，同意回避\"}")
                .done();
    }

    /** One after another, as the loads decide. */
    public void inspectors_are_drawn_for_all_who_were_taken_without_those_too_near() {
        for (Dossier school : year.reviewed()) {
            assertThat(draws(school, 1, "").done().state()).isEqualTo("INSPECTORS_DRAWN");
        }
        year.each(year.reviewed(), school -> school.draw(1));

        assertThat(excluded(year.school(0), 1))
                .contains(inspector(1) + " SAME_TOWNSHIP", inspector(12) + " SAME_SCHOOL");
        assertThat(excluded(year.school(ASKED), 1)).contains(inspector(7) + " RECUSAL_UPHELD");
        assertThat(year.school(ASKED).inspectors()).doesNotContain(inspector(7));
    }

    public void an_inspector_declares_a_recusal_after_the_draw_and_it_is_drawn_again() {
        Dossier school = year.school(DECLARED);
        String lead = school.inspectors().getFirst();
        api.send("inspector-" + lead, "POST", "/inspectors/" + lead + "/recusals", recusal(school, "配偶在该校任教")).done();

        opens(school).refused(409, "drawn-inspector-recused");
        draws(school, 2, "").refused(422, "redraw-needs-reason");
        draws(school, 2, "组长声明回避").done();

        JsonNode draw = school.draw(2);
        assertThat(draw.get("reason").asString()).isEqualTo("组长声明回避");
        assertThat(excluded(school, 2)).contains(lead + " RECUSAL_DECLARED");
        assertThat(school.inspectors()).doesNotContain(lead);
        assertThat(school.seen().at("/draws/0/lead").asString()).as("the first draw stays on record").isEqualTo(lead);
    }

    public void the_reviews_are_opened_for_the_day_after() {
        year.each(year.reviewed(), school -> assertThat(opens(school).done().state()).isEqualTo("UNDER_REVIEW"));
    }

    private Answer opens(Dossier school) {
        return school.send("office", "POST", "/reviews", "{\"visitOn\": \"%s\"}".formatted(year.day(4, 10)));
    }

    private static Answer draws(Dossier school, int number, String reason) {
        return draws(school, "office", number, reason);
    }

    static Answer draws(Dossier school, String client, int number, String reason) {
        String why = reason.isEmpty() ? "" : ", \"reason\": \"%s\"".formatted(reason);
        return school.send(client, "POST", "/draws",
                "{\"count\": 2, \"seed\": \"%s-%d\"%s}".formatted(school.school().code(), number, why));
    }

    private static List<String> excluded(Dossier school, int number) {
        Stream<JsonNode> exclusions = school.seen().at("/draws/" + (number - 1) + "/exclusions").valueStream();
        return exclusions.map(it -> it.get("inspectorId").asString() + " " + it.get("reason").asString()).toList();
    }

    private static String recusal(Dossier school, String reason) {
        return "{\"schoolCode\": \"%s\", \"reason\": \"%s\"}".formatted(school.school().code(), reason);
    }
}
