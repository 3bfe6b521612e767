package cn.dabiao.ledger.lag;

import java.time.Duration;

/**
 * How far a processing group is behind the ledger.
 *
 * @param behind events that it has not seen yet
 * @param delay  how long ago the first of them was recorded; zero when there is none
 * @param parked events that it could not take, with those that wait behind them
 */
public record Lag(String group, long behind, Duration delay, long parked) {}
