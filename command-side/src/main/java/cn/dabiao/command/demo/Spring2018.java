package cn.dabiao.command.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When things happen at the school of this number: the dates are the notice's, spread so that a school's steps follow one
 * another and the schools' steps mingle.
 */
record Spring2018(int school, boolean latePlan) {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /** The day of the notice. */
    static final Instant OPENED = instant(LocalDate.of(2018, 3, 9), LocalTime.of(9, 0));

    private static final LocalDate REGISTERED = LocalDate.of(2018, 3, 10);
    private static final LocalDate FIRST_PLANS = LocalDate.of(2018, 3, 12);
    private static final LocalDate LATE_PLANS = LocalDate.of(2018, 3, 26);
    private static final LocalDate FIRST_VISITS = LocalDate.of(2018, 4, 9);

    static Instant schoolRegistered(int school) {
        return instant(REGISTERED, LocalTime.of(9, 0).plusMinutes(school));
    }

    static Instant inspectorRegistered(int inspector) {
        return instant(REGISTERED, LocalTime.of(14, 0).plusMinutes(inspector));
    }

    LocalDate planDay() {
        return latePlan ? LATE_PLANS.plusDays(school % 3) : FIRST_PLANS.plusDays(school % 12);
    }

    LocalDate visitDay() {
        return FIRST_VISITS.plusDays(school % 25);
    }

    /** That many days after the plan, in that hour. */
    Instant afterPlan(int days, int hour) {
        return instant(planDay().plusDays(days), LocalTime.of(hour, school % 60));
    }

    /** That many days after the visit, in that hour. */
    Instant afterVisit(int days, int hour) {
        return instant(visitDay().plusDays(days), LocalTime.of(hour, school % 60));
    }

    static LocalDate day(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    private static Instant instant(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(ZONE).toInstant();
    }
}
