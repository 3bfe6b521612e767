/** What shows that the history was not changed afterwards: checkpoints, proofs, raw events, a school's bundle. */
@NullMarked
package cn.dabiao.api.ledger;

import org.jspecify.annotations.NullMarked;
