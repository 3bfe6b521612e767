package cn.dabiao.command.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/** What the oracle remembers of an assessment: words, lists and half points. */
final class OracleBook {

    /** Empty until the plan is filed. */
    String phase = "";

    boolean late;
    int version;
    int selfTotal;
    int draws;
    List<String> drawn = List.of();
    final List<Round> rounds = new ArrayList<>();
    /** 0 before the first grade. */
    int gradedRound;

    int gradedTotal;
    Instant gradeContestableSince = Instant.EPOCH;
    @Nullable Instant determinedAt;
    final Map<String, Order> orders = new LinkedHashMap<>();
    final Map<String, Contest> appeals = new LinkedHashMap<>();
    /** What of a grade or a determination the calendar has told to be over, each with its beginning. */
    final Set<String> closedWindows = new HashSet<>();
    final Map<String, Pressure> measures = new LinkedHashMap<>();

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    static final class Round {
        final List<String> inspectors;
        final Set<String> everInspected;
        final LocalDate visitOn;
        final Map<Integer, OracleFindings> items = new TreeMap<>();
        /** The items that were scored or corrected in this very round, and so are its own. */
        final Set<Integer> own = new HashSet<>();
        /** Those of them that were corrected. */
        final Set<Integer> corrected = new TreeSet<>();
        /** How often an item changed in this round. */
        final Map<Integer, Integer> changes = new HashMap<>();
        final Set<String> signed = new LinkedHashSet<>();
        String lead;

        Round(List<String> inspectors, LocalDate visitOn) {
            this.inspectors = new ArrayList<>(inspectors);
            this.everInspected = new HashSet<>(inspectors);
            this.visitOn = visitOn;
            this.lead = inspectors.getFirst();
        }

        int total() {
            return items.values().stream().mapToInt(OracleFindings::score).sum();
        }

        void put(OracleFindings found) {
            items.put(found.item(), found);
            changes.merge(found.item(), 1, Integer::sum);
        }
    }

    static final class Order {
        final Set<Integer> items;
        /** Each is kept once. */
        final Set<String> hazards;
        String standing = "ORDERED";
        LocalDate dueOn;
        boolean overdue;

        Order(Collection<Integer> items, Collection<String> hazards, LocalDate dueOn) {
            this.items = new TreeSet<>(items);
            this.hazards = new LinkedHashSet<>(hazards);
            this.dueOn = dueOn;
        }

        /** A step further, with which its date is no longer missed. */
        void becomes(String next) {
            standing = next;
            overdue = false;
        }

        boolean awaitsReport() {
            return standing.equals("ORDERED") || standing.equals("SENT_BACK");
        }
    }

    static final class Contest {
        final int round;
        final Set<Integer> items;
        final boolean determination;
        final Instant lodgedAt;
        String outcome = "";

        Contest(int round, Set<Integer> items, boolean determination, Instant lodgedAt) {
            this.round = round;
            this.items = items;
            this.determination = determination;
            this.lodgedAt = lodgedAt;
        }

        boolean open() {
            return outcome.isEmpty();
        }
    }

    /** A measure. */
    static final class Pressure {
        final int weight;
        final @Nullable Instant summonedFor;
        boolean held;
        boolean withdrawn;
        int commitments;
        final Set<Integer> kept = new HashSet<>();

        Pressure(int weight, @Nullable Instant summonedFor) {
            this.weight = weight;
            this.summonedFor = summonedFor;
        }

        boolean awaitsMinutes() {
            return weight == 2 && !held && !withdrawn;
        }

        /** What was promised in an interview that was taken back binds nobody. */
        int openCommitments() {
            return withdrawn ? 0 : commitments - kept.size();
        }

        boolean hasOpenCommitment() {
            return openCommitments() > 0;
        }
    }

    Round lastRound() {
        return rounds.getLast();
    }

    /** The number of the round whose scores can be corrected; 0 when there is none. */
    int correctable() {
        return phase.equals("REVIEWED") ? rounds.size() : gradedRound;
    }

    List<String> openOrders() {
        return orders.entrySet().stream()
                .filter(it -> !it.getValue().standing.equals("VERIFIED"))
                .map(Map.Entry::getKey)
                .toList();
    }

    List<String> openAppeals() {
        return appeals.entrySet().stream()
                .filter(it -> it.getValue().open())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Empty when ungraded. */
    String scoredGrade() {
        return gradedRound == 0 ? "" : grade(gradedTotal);
    }

    /** A determination stands whatever the score. */
    String standingGrade() {
        return determinedAt != null ? "NOT_ATTAINED" : scoredGrade();
    }

    static String grade(int halves) {
        if (halves >= 2 * 90) {
            return "LEVEL_1";
        }
        if (halves >= 2 * 80) {
            return "LEVEL_2";
        }
        return halves >= 2 * 70 ? "LEVEL_3" : "NOT_ATTAINED";
    }

    /** A half-point amount as it is written: {@code 179} is {@code 89.5}. */
    static String written(int halves) {
        return halves / 2 + (halves % 2 == 0 ? "" : ".5");
    }

    /** The calendar is that of the campaign's place. */
    static LocalDate day(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }
}
