package cn.dabiao.api.explanation;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.assessment.Ground;
import cn.dabiao.domain.explanation.Band;
import cn.dabiao.domain.explanation.Counterfactual;
import cn.dabiao.domain.explanation.Determined;
import cn.dabiao.domain.explanation.OpenedRound;
import cn.dabiao.domain.explanation.Receipt;
import cn.dabiao.domain.explanation.SelfTotal;
import cn.dabiao.domain.scoring.Scoresheet.CategoryTotal;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Reason;

/**
 * A receipt: a grade derived from the events, to be added up by whoever reads it. It is described by
 * {@code receipt.schema.json}. It names no person but by an inspector's id.
 *
 * @param round          whose scores are added up; null while none was opened
 * @param provisional    whether no grade has been given yet: then the totals are those of the items scored so far
 * @param counterfactual whether another standard than the campaign's is applied
 * @param begunAt        the position of the plan, which bound the assessment to its campaign's standard
 * @param total          the sum of the item scores
 * @param band           that the total falls in; null while provisional
 * @param stated         the grade as the ledger says it; null while provisional
 * @param agrees         whether the ledger's events say what is derived by the campaign's standard
 * @param determination  what stands above the score; null without one
 * @param grade          the one that counts, or would; null while there is none
 * @param comparison     beside the campaign's standard; null unless counterfactual
 * @param positions      every event of the assessment that the receipt rests on
 */
public record ReceiptView(
        AssessmentId assessmentId,
        @Nullable ReceiptRound round,
        boolean provisional,
        boolean counterfactual,
        ReceiptStandard standard,
        long begunAt,
        List<ReceiptItem> items,
        List<CategoryTotal> categoryTotals,
        Points total,
        @Nullable ReceiptBand band,
        @Nullable ReceiptGrade stated,
        boolean agrees,
        @Nullable ReceiptDetermination determination,
        @Nullable Grade grade,
        @Nullable ReceiptSelfTotal selfAssessment,
        @Nullable ReceiptComparison comparison,
        List<Long> positions,
        long position) {

    /** The round whose scores are added up, and the position of the event that opened it. */
    public record ReceiptRound(int round, long position) {

        static ReceiptRound of(OpenedRound round) {
            return new ReceiptRound(round.round(), round.position());
        }
    }

    /** The grade from this total on; {@code below} is not included, and null for the best band. */
    public record ReceiptBand(Grade grade, Points from, @Nullable Points below) {

        static ReceiptBand of(Band band) {
            return new ReceiptBand(band.grade(), band.from(), band.below());
        }
    }

    /** A reasoned NOT_ATTAINED (认定) that stands whatever the score, and where it was made. */
    public record ReceiptDetermination(Ground ground, Reason reason, long position, Instant at) {

        static ReceiptDetermination of(Determined it) {
            return new ReceiptDetermination(it.ground(), it.reason(), it.position(), it.at());
        }
    }

    /** What the school gave itself; no grade follows from it. */
    public record ReceiptSelfTotal(Points total, boolean qualified, long position, Instant at) {

        static ReceiptSelfTotal of(SelfTotal it) {
            return new ReceiptSelfTotal(it.total(), it.qualified(), it.position(), it.at());
        }
    }

    /**
     * @param published the position at which the standard was published
     * @param shown     the position that the receipt shows
     */
    public static ReceiptView of(Receipt receipt, long published, long shown) {
        return of(receipt, receipt.agrees(), null, published, shown);
    }

    /** @param published the position at which the other standard was published */
    public static ReceiptView of(Counterfactual it, long published, long shown) {
        return of(it.imagined(), it.actual().agrees(), ReceiptComparison.of(it), published, shown);
    }

    private static ReceiptView of(
            Receipt receipt, boolean agrees, @Nullable ReceiptComparison comparison, long published, long shown) {
        return new ReceiptView(
                receipt.assessmentId(),
                receipt.round() == null ? null : ReceiptRound.of(receipt.round()),
                receipt.isProvisional(),
                comparison != null,
                ReceiptStandard.of(receipt.standard(), published),
                receipt.begun(),
                receipt.items().stream().map(line -> ReceiptItem.of(line, receipt.round())).toList(),
                receipt.categories(),
                receipt.total(),
                receipt.band().map(ReceiptBand::of).orElse(null),
                receipt.stated() == null ? null : ReceiptGrade.of(receipt.stated()),
                agrees,
                receipt.determined() == null ? null : ReceiptDetermination.of(receipt.determined()),
                receipt.standing().orElse(null),
                receipt.selfTotal() == null ? null : ReceiptSelfTotal.of(receipt.selfTotal()),
                comparison,
                receipt.positions(),
                shown);
    }
}
