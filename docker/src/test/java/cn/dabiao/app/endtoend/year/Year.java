package cn.dabiao.app.endtoend.year;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

import tools.jackson.databind.JsonNode;

import cn.dabiao.app.TravellingClock;

/** The year that all chapters tell of: its calendar, its county, and its one campaign. */
public final class Year {

    static final String CAMPAIGN = "county-year";
    static final String CAMPAIGN_PATH = "/campaigns/" + CAMPAIGN;
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int HANDS = 6;

    private final Api api;
    private final TravellingClock clock;
    private final int number;
    private final List<Dossier> dossiers;

    /** The next year that has not begun. */
    public Year(Api api, TravellingClock clock) {
        this.api = api;
        this.clock = clock;
        this.number = clock.today(ZONE).getYear() + 1;
        this.dossiers = School.all().stream().map(school -> new Dossier(api, school)).toList();
    }

    Api api() {
        return api;
    }

    LocalDate day(int month, int day) {
        return LocalDate.of(number, month, day);
    }

    /** The day begins. */
    void comes(int month, int day) {
        clock.travelTo(day(month, day), ZONE);
    }

    /** As an official document of the year is numbered. */
    String document(int no) {
        return "灌教安〔%d〕%d号".formatted(number, no);
    }

    Dossier school(int number) {
        return dossiers.get(number);
    }

    List<Dossier> schools() {
        return dossiers;
    }

    /** From one number to another, both included. */
    List<Dossier> schools(int from, int to) {
        return dossiers.subList(from, to + 1);
    }

    List<Dossier> reviewed() {
        return dossiers.stream().filter(dossier -> dossier.school().isReviewed()).toList();
    }

    /** Waits until the calendar has told this of the school after all that people did, and goes on from there. */
    void calendarTold(Dossier school, String type) {
        JsonNode told = await(type).atMost(Duration.ofMinutes(1)).until(
                        () -> api.rows("auditor", school.path() + "/history").stream()
                                .filter(entry -> entry.get("type").asString().equals(type))
                                .filter(entry -> entry.get("position").asLong() > school.written())
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        api.reaches(told.get("position").asLong());
        school.lookAgain();
    }

    long campaignVersion() {
        return api.read("office", CAMPAIGN_PATH).get("version").asLong();
    }

    /** What each does for itself, several at a time: no two of them meet. */
    void each(Collection<Dossier> schools, Consumer<Dossier> step) {
        try (ExecutorService hands = Executors.newFixedThreadPool(HANDS, Thread.ofVirtual().factory())) {
            List<Callable<Object>> steps =
                    schools.stream().map(school -> Executors.callable(() -> step.accept(school))).toList();
            for (Future<Object> taken : hands.invokeAll(steps)) {
                taken.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
