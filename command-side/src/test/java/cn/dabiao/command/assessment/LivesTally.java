package cn.dabiao.command.assessment;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import cn.dabiao.domain.appeal.AppealId;
import cn.dabiao.domain.appeal.AppealOutcome;
import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.assessment.AssessmentEvent.AppealDecided;
import cn.dabiao.domain.assessment.AssessmentEvent.DeterminationRevoked;
import cn.dabiao.domain.assessment.AssessmentEvent.GradeRevised;
import cn.dabiao.domain.assessment.AssessmentEvent.ScoreCorrected;

/** Counts what happened in many lives: a test in which nothing happens proves nothing. */
final class LivesTally {

    private final Map<String, Integer> counts = new TreeMap<>();
    private int lives;
    private long commands;

    void born() {
        lives++;
    }

    void lived(List<AssessmentEvent> events, int tried) {
        commands += tried;
        Set<AppealId> upheld = new HashSet<>();
        Set<String> corrected = new HashSet<>();
        for (AssessmentEvent event : events) {
            count(event.getClass().getSimpleName());
            if (event instanceof DeterminationRevoked it && !upheld.contains(it.appealId())) {
                count("the determination alone fell");
            } else if (event instanceof AppealDecided it && it.outcome() == AppealOutcome.UPHELD) {
                upheld.add(it.appealId());
            }
            if (event instanceof ScoreCorrected it) {
                corrected.add(it.round() + "/" + it.itemNo());
                if (corrected.contains(it.round() + 1 + "/" + it.itemNo())) {
                    count("a correction beside one of the round after");
                }
            }
            if (event instanceof AppealDecided it) {
                count("appeal " + it.outcome());
            } else if (event instanceof GradeRevised it && it.grade() != it.gradeBefore()) {
                count(it.grade().compareTo(it.gradeBefore()) > 0 ? "grade down" : "grade up");
            } else if (event instanceof AssessmentEvent.GradeAssigned it && it.round() > 1) {
                count("graded again");
            }
        }
    }

    void tried(AssessmentCommand command, String refusal) {
        if (!refusal.isEmpty()) {
            count("refused: " + refusal);
            count("refused: " + refusal + " to " + command.getClass().getSimpleName());
        } else if (command.terms().campaign().closedAt() != null) {
            count("after the campaign: " + command.getClass().getSimpleName());
        }
    }

    void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    int lives() {
        return lives;
    }

    int of(String what) {
        return counts.getOrDefault(what, 0);
    }

    @Override
    public String toString() {
        Map<String, Integer> told = new TreeMap<>(counts);
        told.keySet().removeIf(it -> it.contains(" to "));
        return lives + " lives with " + commands + " commands: " + told;
    }
}
