package cn.dabiao.query.history;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import cn.dabiao.api.problem.InvalidRequestException;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.value.InvalidValue;
import cn.dabiao.ledger.EventTypes;
import cn.dabiao.ledger.StreamId;

/**
 * What a history is narrowed to; null is no filter.
 *
 * @param types the stored names of events
 * @param from  only what was recorded at this instant or after it
 * @param to    only what was recorded before it
 */
public record HistoryFilter(
        @Nullable List<String> types, @Nullable Instant from, @Nullable Instant to, @Nullable ItemNo item) {

    static final HistoryFilter ALL = new HistoryFilter(null, null, null, null);

    private static final List<String> OF_SCHOOL =
            List.of(StreamId.SCHOOL, StreamId.INSPECTOR, StreamId.ASSESSMENT, StreamId.EVIDENCE);
    private static final List<String> OF_ASSESSMENT = List.of(StreamId.ASSESSMENT, StreamId.EVIDENCE);
    private static final List<String> OF_CAMPAIGN = List.of(StreamId.CAMPAIGN);

    /**
     * @param types stored names, with commas between them
     * @throws InvalidRequestException when such a history has no events of one of these names, or ends before it begins
     */
    public static HistoryFilter ofSchool(
            @Nullable String types, @Nullable Instant from, @Nullable Instant to, @Nullable ItemNo item) {
        return of(OF_SCHOOL, types, from, to, item);
    }

    public static HistoryFilter ofAssessment(
            @Nullable String types, @Nullable Instant from, @Nullable Instant to, @Nullable ItemNo item) {
        return of(OF_ASSESSMENT, types, from, to, item);
    }

    public static HistoryFilter ofCampaign(@Nullable String types, @Nullable Instant from, @Nullable Instant to) {
        return of(OF_CAMPAIGN, types, from, to, null);
    }

    private static HistoryFilter of(
            List<String> streams,
            @Nullable String types,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable ItemNo item) {
        if (from != null && to != null && to.isBefore(from)) {
            throw new InvalidRequestException("to", to.toString(), "not-before", Map.of("from", from));
        }
        return new HistoryFilter(types == null ? null : known(types, streams), from, to, item);
    }

    /** In one order, however they were asked for. */
    private static List<String> known(String types, List<String> streams) {
        List<String> known = EventTypes.names().stream()
                .filter(name -> streams.contains(name.substring(0, name.indexOf('.'))))
                .toList();
        List<String> asked = Arrays.stream(types.split(",", -1)).map(String::strip).distinct().sorted().toList();
        for (String each : asked) {
            if (!known.contains(each)) {
                throw new InvalidRequestException(
                        "types", InvalidValue.printable(each), "one-of", Map.of("known", known));
            }
        }
        return asked;
    }
}
