package cn.dabiao.domain.explanation;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.scoring.Scoresheet.CategoryTotal;
import cn.dabiao.domain.standard.Category;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.standard.Standard;
import cn.dabiao.domain.value.Points;

/**
 * A grade derived anew from the events, so that everybody can add it up: item by item what was deducted and by which
 * event, the floor, the totals, the band. Provisional while no grade has been given.
 *
 * @param round     whose scores are added up; null while none was opened
 * @param standard  by which they are
 * @param begun     the position of the plan, which bound the assessment to its campaign's standard
 * @param stated    the grade as the ledger says it; null while it says none
 * @param determined the determination that stands above it; null without one
 */
public record Receipt(
        AssessmentId assessmentId,
        @Nullable OpenedRound round,
        Standard standard,
        long begun,
        List<ItemLine> items,
        @Nullable StatedGrade stated,
        @Nullable Determined determined,
        @Nullable SelfTotal selfTotal) {

    public Receipt {
        items = List.copyOf(items);
    }

    /**
     * @param events   all of an assessment's stream in its order, as far as the receipt is to go
     * @param standard the one the assessment is bound to
     * @throws cn.dabiao.domain.refusal.RefusedException with {@link Refusal.NothingToExplain} before the first review
     */
    public static Receipt of(List<Placed> events, Standard standard) {
        Account account = Account.of(events);
        if (account.round().isEmpty() && account.determined().isEmpty()) {
            throw new Refusal.NothingToExplain(account.state().assessmentId(), account.state().phase()).asException();
        }
        return new Receipt(
                account.state().assessmentId(),
                account.round().orElse(null),
                standard,
                account.begun(),
                standard.items().stream()
                        .map(item -> ItemLine.of(item, account.changes(item.itemNo())))
                        .toList(),
                account.stated().orElse(null),
                account.determined().orElse(null),
                account.selfTotal().orElse(null));
    }

    public boolean isProvisional() {
        return stated == null;
    }

    public Optional<ItemLine> item(ItemNo itemNo) {
        return items.stream().filter(line -> line.item().itemNo().equals(itemNo)).findFirst();
    }

    /** The sum of the item scores, as far as there are any. */
    public Points total() {
        return sum(items.stream());
    }

    public List<CategoryTotal> categories() {
        return standard.categories().stream().map(this::totalOf).toList();
    }

    /** The band of the total; empty while the total is provisional. */
    public Optional<Band> band() {
        return isProvisional() ? Optional.empty() : Optional.of(Band.of(standard.bands(), total()));
    }

    /** The grade that counts: a determination stands above any score (RULES.md §4.7). */
    public Optional<Grade> standing() {
        return determined == null ? band().map(Band::grade) : Optional.of(Grade.NOT_ATTAINED);
    }

    /** Whether the events say themselves what was derived from them; a sound ledger always does. */
    public boolean agrees() {
        return items.stream().allMatch(ItemLine::agrees) && (stated == null || agreesWith(stated));
    }

    /** Every event of the assessment that it rests on, in the ledger's order. */
    public List<Long> positions() {
        Stream<Long> scores = items.stream()
                .flatMap(line -> line.changes().stream())
                .flatMap(change -> Stream.concat(Stream.of(change.position()), change.restsOn().stream()));
        Stream<Long> rest = Stream.of(
                        Stream.of(begun),
                        Stream.ofNullable(round).map(OpenedRound::position),
                        Stream.ofNullable(stated).flatMap(it -> Stream.of(it.assignedAt(), it.position())),
                        Stream.ofNullable(determined).map(Determined::position),
                        Stream.ofNullable(selfTotal).map(SelfTotal::position))
                .flatMap(it -> it);
        return List.copyOf(Stream.concat(scores, rest).collect(TreeSet::new, TreeSet::add, TreeSet::addAll));
    }

    /** The same assessment by another standard. */
    Receipt by(Standard other, List<ItemLine> lines) {
        return new Receipt(assessmentId, round, other, begun, lines, stated, determined, selfTotal);
    }

    private boolean agreesWith(StatedGrade grade) {
        return grade.standardId().equals(standard.standardId())
                && grade.categories().equals(categories())
                && grade.total().equals(total())
                && band().map(Band::grade).filter(grade.grade()::equals).isPresent();
    }

    private CategoryTotal totalOf(Category category) {
        Points score = sum(items.stream()
                .filter(line -> line.item().category().equals(category.category())));
        return new CategoryTotal(category.category(), category.points(), score);
    }

    private static Points sum(Stream<ItemLine> lines) {
        return Points.sum(lines.map(ItemLine::score).flatMap(Stream::ofNullable).toList());
    }
}
