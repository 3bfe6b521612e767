package cn.dabiao.query.statistics;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import cn.dabiao.api.statistics.CampaignFigures.GradeShare;
import cn.dabiao.api.statistics.CampaignFigures.PhaseCount;
import cn.dabiao.api.statistics.CampaignFigures.ProgressFigures;
import cn.dabiao.api.statistics.CampaignFigures.TotalFigures;
import cn.dabiao.domain.assessment.Phase;
import cn.dabiao.domain.standard.Grade;

/** Counts some schools: each is added once, and the figures are what they come to together. */
final class Counting {

    private final LocalDate today;
    private final boolean plansDue;
    private final Map<Phase, Integer> phases = new EnumMap<>(Phase.class);
    private final Map<Grade, Integer> grades = new EnumMap<>(Grade.class);
    private final Totals totals = new Totals();
    private final Losses losses = new Losses();
    private int planned;
    private int latePlans;
    private int withoutPlan;
    private int determined;
    private int overdueOrders;
    private int schoolsWithOverdueOrders;

    /**
     * @param today    the day of asking
     * @param plansDue the last day on which a plan is in time
     */
    Counting(LocalDate today, LocalDate plansDue) {
        this.today = today;
        this.plansDue = today.isAfter(plansDue);
    }

    Counting of(Population population) {
        population.begun().forEach(this::add);
        population.unbegun().values().forEach(this::addUnbegun);
        return this;
    }

    void addUnbegun(int schools) {
        withoutPlan += schools;
    }

    void add(StatisticsRow row) {
        Standing standing = row.standing();
        planned++;
        latePlans += standing.planLate() ? 1 : 0;
        determined += standing.determined() ? 1 : 0;
        phases.merge(standing.phase(), 1, Integer::sum);
        int overdue = row.school().open() ? overdue(standing.ordersDue()) : 0;
        overdueOrders += overdue;
        schoolsWithOverdueOrders += overdue > 0 ? 1 : 0;
        if (standing.grade() != null) {
            grades.merge(standing.grade(), 1, Integer::sum);
        }
        if (standing.total() != null) {
            totals.add(standing.total());
            losses.add(row.scores());
        }
    }

    ProgressFigures progress() {
        int schools = planned + withoutPlan;
        return new ProgressFigures(
                schools,
                planned,
                latePlans,
                withoutPlan,
                plansDue ? withoutPlan : 0,
                Arrays.stream(Phase.values())
                        .map(phase -> new PhaseCount(phase, phases.getOrDefault(phase, 0)))
                        .toList(),
                graded(),
                Shares.percent(graded(), schools),
                determined,
                overdueOrders,
                schoolsWithOverdueOrders);
    }

    List<GradeShare> gradeShares() {
        return Arrays.stream(Grade.values())
                .map(grade -> new GradeShare(
                        grade, grades.getOrDefault(grade, 0), Shares.percent(grades.getOrDefault(grade, 0), graded())))
                .toList();
    }

    TotalFigures totalFigures() {
        return totals.figures();
    }

    Losses losses() {
        return losses;
    }

    private int graded() {
        return grades.values().stream().mapToInt(Integer::intValue).sum();
    }

    private int overdue(List<LocalDate> due) {
        return (int) due.stream().filter(today::isAfter).count();
    }
}
