package cn.dabiao.query.webhook;

import java.util.HashMap;
import java.util.Map;

import cn.dabiao.domain.value.BureauCode;

/** How many a node sends to at a time: no more than are set, and for no bureau more than its share. */
final class Senders {

    private final int all;
    private final int share;
    private final Map<BureauCode, Integer> busy = new HashMap<>();

    Senders(WebhookSettings settings) {
        this.all = settings.parallel();
        this.share = settings.parallelPerBureau();
    }

    int share() {
        return share;
    }

    /** How many are sending for whom, at this moment. */
    synchronized Map<BureauCode, Integer> busy() {
        return Map.copyOf(busy);
    }

    /** How many are free if these are busy. */
    int free(Map<BureauCode, Integer> those) {
        return Math.max(0, all - those.values().stream().mapToInt(Integer::intValue).sum());
    }

    synchronized void begin(BureauCode bureau) {
        busy.merge(bureau, 1, Integer::sum);
    }

    /** @return whether there was no room before, so that a target may have waited for it */
    synchronized boolean end(BureauCode bureau) {
        boolean wasFull = free(busy) == 0 || busy.getOrDefault(bureau, 0) >= share;
        busy.computeIfPresent(bureau, (_, number) -> number == 1 ? null : number - 1);
        return wasFull;
    }
}
