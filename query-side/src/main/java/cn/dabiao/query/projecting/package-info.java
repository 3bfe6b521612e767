/**
 * What all projections share: rows folded in memory and written once per batch, positions of events,
 * tokens and dead letters. Everything here runs in the transaction of a batch.
 */
@NullMarked
package cn.dabiao.query.projecting;

import org.jspecify.annotations.NullMarked;
