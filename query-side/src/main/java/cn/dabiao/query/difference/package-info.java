/**
 * Slice without rows of its own: what differs between an assessment at two moments.
 * Both are folded from the ledger.
 */
@NullMarked
package cn.dabiao.query.difference;

import org.jspecify.annotations.NullMarked;
