/**
 * Proofs of the ledger, read from the ledger itself: no projection stands in between.
 */
@NullMarked
package cn.dabiao.query.proof;

import org.jspecify.annotations.NullMarked;
