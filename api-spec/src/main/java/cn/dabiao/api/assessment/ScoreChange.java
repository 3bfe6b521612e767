package cn.dabiao.api.assessment;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.value.Points;

/**
 * A change of an item's score: its first scoring, a scoring anew, or a correction.
 *
 * @param position   its place in the ledger
 * @param at         when it was done: for a score that was sent later, when it was decided on site
 * @param recordedAt when the ledger took it
 * @param actor      who did it: the subject of the token; left out for analysts
 * @param role       in which role
 * @param before     null when the item had no score yet, in this round or one before
 * @param reason     why; for a scoring, with the reason of each deduction
 * @param authority  the act that it rests on: a round of review, an appeal, or one that was named
 */
public record ScoreChange(
        long position,
        Instant at,
        Instant recordedAt,
        @Nullable String actor,
        @Nullable Role role,
        int round,
        ItemNo itemNo,
        @Nullable Points before,
        Points after,
        @Nullable String reason,
        @Nullable String authority) {}
