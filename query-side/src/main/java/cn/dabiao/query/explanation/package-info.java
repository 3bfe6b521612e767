/**
 * Receipts: derived from the events in the ledger itself, and from no projection of them, so that every number on one
 * can be proved.
 */
@NullMarked
package cn.dabiao.query.explanation;

import org.jspecify.annotations.NullMarked;
