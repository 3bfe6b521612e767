package cn.dabiao.ledger.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Events for the writer's tests, which does not mind what is in them. */
final class NewEvents {

    private NewEvents() {}

    static NewEvent of(String stream, long seq) {
        return NewEvent.of(
                stream,
                seq,
                "test",
                UUID.randomUUID(),
                "test.Happened",
                "1",
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                ("{\"stream\":\"" + stream + "\",\"理由\":\"测试\"}").getBytes(StandardCharsets.UTF_8),
                "{}".getBytes(StandardCharsets.UTF_8));
    }
}
