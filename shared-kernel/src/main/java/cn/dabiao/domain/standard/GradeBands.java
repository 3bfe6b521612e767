package cn.dabiao.domain.standard;

import java.util.List;
import java.util.stream.IntStream;

import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.SingleValue;

/**
 * Which total earns which grade: half-open bands, each with its lower bound included, best first. The notice leaves
 * 89.5 and 69.5 open; half-open bands close the holes (RULES.md §3).
 */
public record GradeBands(List<Band> value) implements SingleValue<List<GradeBands.Band>> {

    /** From this total on, and below the next better band, the grade is this one. */
    public record Band(Grade grade, Points from) {}

    public GradeBands {
        value = List.copyOf(value);
    }

    /** Whether the bands are best first, strictly falling, none twice, and the last is NOT_ATTAINED from 0. */
    boolean areSound() {
        return !value.isEmpty()
                && value.getLast().grade() == Grade.NOT_ATTAINED
                && value.getLast().from().equals(Points.ZERO)
                && value.size() > 1
                && IntStream.range(1, value.size()).allMatch(this::fallsAt);
    }

    public Grade gradeOf(Points total) {
        return value.stream()
                .filter(band -> total.atLeast(band.from()))
                .findFirst()
                .orElseThrow()
                .grade();
    }

    /** The least total with which a school attains anything: what a qualified self-assessment needs. */
    public Points lowestPassing() {
        return value.get(value.size() - 2).from();
    }

    private boolean fallsAt(int index) {
        Band better = value.get(index - 1);
        Band worse = value.get(index);
        return better.from().compareTo(worse.from()) > 0 && better.grade().compareTo(worse.grade()) < 0;
    }
}
