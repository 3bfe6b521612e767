package cn.dabiao.command.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.assessment.AssessmentEvent.GradeAssigned;
import cn.dabiao.domain.assessment.AssessmentEvent.GradeRevised;
import cn.dabiao.domain.assessment.AssessmentEvent.ItemScored;
import cn.dabiao.domain.assessment.AssessmentEvent.ReviewOpened;
import cn.dabiao.domain.assessment.AssessmentEvent.ScoreCorrected;
import cn.dabiao.domain.value.Points;

/**
 * The scores of every round and the totals of every grade, told from the events alone: what an event says was there
 * before is what the event before it left there, and what it says comes after stands until the next.
 */
final class ExplainedScores {

    private final Map<Integer, Map<Integer, Points>> rounds = new HashMap<>();
    /** The items that a round has scored or corrected itself. */
    private final Map<Integer, Set<Integer>> own = new HashMap<>();

    private Points total = Points.ZERO;

    static Map<Integer, Map<Integer, Points>> of(List<AssessmentEvent> events) {
        ExplainedScores scores = new ExplainedScores();
        events.forEach(scores::read);
        return scores.rounds;
    }

    private void read(AssessmentEvent event) {
        if (event instanceof ReviewOpened it) {
            rounds.put(it.round(), new HashMap<>(rounds.getOrDefault(it.round() - 1, Map.of())));
            own.put(it.round(), new HashSet<>());
        } else if (event instanceof ItemScored it) {
            assertThat(it.before()).as("before %s", it).isEqualTo(round(it.round()).get(it.itemNo().value()));
            put(it.round(), it.itemNo().value(), it.after());
        } else if (event instanceof ScoreCorrected it) {
            assertThat(it.appealId() == null).as("exactly one basis of %s", it).isEqualTo(it.authority() != null);
            carry(it.round(), it);
            put(it.round(), it.itemNo().value(), it.after());
        } else if (event instanceof GradeAssigned it) {
            graded(it.round(), it.total());
        } else if (event instanceof GradeRevised it) {
            assertThat(it.totalBefore()).as("before %s", it).isEqualTo(total);
            graded(it.round(), it.total());
        }
    }

    private void graded(int round, Points now) {
        assertThat(now).as("the total of round %d", round).isEqualTo(Points.sum(round(round).values()));
        total = now;
    }

    private void put(int round, int item, Points after) {
        round(round).put(item, after);
        own(round).add(item);
    }

    /** In the round itself, and in the next one where the score is still the one carried over. */
    private void carry(int round, ScoreCorrected it) {
        int item = it.itemNo().value();
        assertThat(round(round).get(item)).as("before %s in round %d", it, round).isEqualTo(it.before());
        if (rounds.containsKey(round + 1) && !own(round + 1).contains(item)) {
            carry(round + 1, it);
            round(round + 1).put(item, it.after());
        }
    }

    private Map<Integer, Points> round(int no) {
        return Objects.requireNonNull(rounds.get(no), "scores come after their round was opened");
    }

    private Set<Integer> own(int no) {
        return Objects.requireNonNull(own.get(no), "scores come after their round was opened");
    }
}
