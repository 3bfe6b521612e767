package cn.dabiao.ledger.lag;

import java.util.List;

/**
 * The ledger and those who follow it, at one moment.
 *
 * @param size how many events there are
 */
public record Lags(long size, List<Lag> groups) {}
