/**
 * Reads the whole store again and derives everything that can be derived: whether anybody changed history, and where.
 * Knows the proofs and JDBC, and writes nothing.
 */
@NullMarked
package cn.dabiao.ledger.verify;

import org.jspecify.annotations.NullMarked;
