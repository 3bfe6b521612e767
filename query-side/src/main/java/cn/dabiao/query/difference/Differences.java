package cn.dabiao.query.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import cn.dabiao.api.assessment.AssessmentDiff.Aspect;
import cn.dabiao.api.assessment.AssessmentDiff.DiffChange;
import cn.dabiao.api.assessment.AssessmentDiff.DiffItem;
import cn.dabiao.api.assessment.AssessmentDiff.DiffSide;
import cn.dabiao.api.assessment.DeductionView;
import cn.dabiao.domain.assessment.ReviewedItem;
import cn.dabiao.domain.assessment.StandingGrade;
import cn.dabiao.domain.scoring.Deduction;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.value.Points;
import cn.dabiao.query.assessment.AssessmentRecord;
import cn.dabiao.query.history.Words;

/**
 * Tells two states of an assessment from each other, in words; the earlier one is null before it began.
 *
 * @param persons whether the reader may see what tells of persons
 */
record Differences(Words words, boolean persons) {

    static DiffSide side(@Nullable AssessmentRecord row, long position) {
        if (row == null) {
            return new DiffSide(position, 0, null, null, null);
        }
        StandingGrade grade = row.state().grade();
        return new DiffSide(
                position,
                row.version(),
                row.state().phase(),
                row.state().standing().orElse(null),
                grade == null ? null : grade.total());
    }

    List<DiffChange> changes(@Nullable AssessmentRecord before, AssessmentRecord after) {
        Map<Facts.Key, Facts.Fact> old = before == null ? Map.of() : Facts.of(before);
        Map<Facts.Key, Facts.Fact> now = Facts.of(after);
        // Of one kind those that were there come before those that are new.
        List<Facts.Key> keys = new ArrayList<>(old.keySet());
        now.keySet().stream().filter(key -> !old.containsKey(key)).forEach(keys::add);
        List<DiffChange> changes = new ArrayList<>();
        for (Aspect what : Aspect.values()) {
            keys.stream()
                    .filter(key -> key.what() == what && !Objects.equals(old.get(key), now.get(key)))
                    .forEach(key -> changes.add(change(key, old.get(key), now.get(key))));
        }
        return changes;
    }

    List<DiffItem> items(@Nullable AssessmentRecord before, AssessmentRecord after) {
        Map<ItemNo, ReviewedItem> old = before == null ? Map.of() : Facts.items(before);
        Map<ItemNo, ReviewedItem> now = Facts.items(after);
        TreeSet<ItemNo> all = new TreeSet<>(old.keySet());
        all.addAll(now.keySet());
        return all.stream().flatMap(no -> item(no, old.get(no), now.get(no)).stream()).toList();
    }

    private DiffChange change(Facts.Key key, Facts.@Nullable Fact before, Facts.@Nullable Fact after) {
        return new DiffChange(
                key.what(),
                key.ref().isEmpty() ? null : key.ref(),
                before == null ? null : String.valueOf(before.value()),
                after == null ? null : String.valueOf(after.value()),
                words.say("diff." + key.what(), Map.of(
                        "ref", key.ref(),
                        "named", key.named() == null ? "" : key.named(),
                        "before", word(before),
                        "after", word(after))));
    }

    private Object word(Facts.@Nullable Fact fact) {
        return fact == null ? words.say("none") : fact.value();
    }

    private Optional<DiffItem> item(ItemNo no, @Nullable ReviewedItem before, @Nullable ReviewedItem after) {
        List<Deduction> old = before == null ? List.of() : before.deductions();
        List<Deduction> now = after == null ? List.of() : after.deductions();
        List<Deduction> added = without(now, old);
        List<Deduction> removed = without(old, now);
        @Nullable Points was = before == null ? null : before.score();
        @Nullable Points is = after == null ? null : after.score();
        if (Objects.equals(was, is) && added.isEmpty() && removed.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DiffItem(
                no,
                was,
                is,
                DeductionView.of(added, persons),
                DeductionView.of(removed, persons),
                words.say("diff.item", Map.of(
                        "itemNo", no,
                        "before", was == null ? words.say("diff.unscored") : was,
                        "after", is == null ? words.say("diff.unscored") : is,
                        "added", losses("diff.added", added),
                        "removed", losses("diff.removed", removed)))));
    }

    private String losses(String key, List<Deduction> deductions) {
        List<String> each = deductions.stream()
                .map(it -> words.say("loss", Map.of(
                        "checkpoint", it.checkpoint(), "points", it.points(), "reason", it.reason())))
                .toList();
        return each.isEmpty() ? "" : words.say(key, Map.of("losses", words.clauses(each)));
    }

    /** The same deduction may be there twice. */
    private static List<Deduction> without(List<Deduction> all, List<Deduction> others) {
        List<Deduction> left = new ArrayList<>(all);
        others.forEach(left::remove);
        return left;
    }
}
