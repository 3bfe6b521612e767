/**
 * What an auditor reads of the ledger: stored events byte by byte, proofs of their place, the bundle of a school. Each
 * reading is a few queries, whatever the size of the ledger.
 */
@NullMarked
package cn.dabiao.ledger.audit;

import org.jspecify.annotations.NullMarked;
