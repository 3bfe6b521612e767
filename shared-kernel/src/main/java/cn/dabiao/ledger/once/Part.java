package cn.dabiao.ledger.once;

/**
 * One of the commands that a request is carried out by.
 *
 * @param ordinal which of them, from 0; the same whenever the request is sent again
 */
public record Part(RequestKey request, int ordinal) {}
