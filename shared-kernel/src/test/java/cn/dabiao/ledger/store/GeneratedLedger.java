package cn.dabiao.ledger.store;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Fills a ledger with events that nobody published, by the way that all events take: leaves, nodes, head and all. */
public final class GeneratedLedger {

    private static final Instant BEGIN = Instant.parse("2026-03-01T08:00:00.000001Z");
    private static final String REASON = "监控室面积8㎡，录像只保存25天，值班记录缺6天。";

    private GeneratedLedger() {}

    /**
     * Appends events behind those that are there, in batches of so many.
     *
     * @param streams over how many streams they are spread in turn; the last has neither type nor revisions
     * @param payload of about how many bytes each is
     */
    public static void fill(DataSource database, int count, int batch, int streams, int payload) throws SQLException {
        try (WriterConnection writer = WriterConnection.open(database, Duration.ofMinutes(1))) {
            long first = writer.head().size();
            List<NewEvent> events = new ArrayList<>(batch);
            for (long number = first; number < first + count; number++) {
                events.add(event(number, streams, payload));
                if (events.size() == batch || number == first + count - 1) {
                    if (!writer.append(List.of(new UnitOfEvents(events, null, Duration.ofMinutes(1))))) {
                        throw new IllegalStateException("somebody else appends");
                    }
                    events.clear();
                }
            }
        }
    }

    private static NewEvent event(long number, int streams, int payload) {
        long stream = number % streams;
        boolean bare = stream == streams - 1;
        String text = "{\"itemNo\":%d,\"reason\":\"%s\"}".formatted(
                number, REASON.repeat(Math.max(1, payload / REASON.getBytes(StandardCharsets.UTF_8).length)));
        return NewEvent.of(
                "assessment:灌南-2018:%d".formatted(2132072401L + stream),
                number / streams,
                bare ? "" : "assessment",
                new UUID(0x018f3b1e7c007abcL, 0x8def012345670000L + number),
                "assessment.ItemScored",
                bare ? "" : "1",
                BEGIN.plusNanos(number * 1_001_000),
                text.getBytes(StandardCharsets.UTF_8),
                "{\"actor\":\"员%d\",\"role\":\"INSPECTOR\",\"requestId\":\"请求-%d\"}".formatted(stream, number)
                        .getBytes(StandardCharsets.UTF_8));
    }
}
