/**
 * Signed checkpoints: the tree's head, signed by a key that the database does not hold, so that history cannot be
 * rewritten behind it. Knows JDBC, and nothing of Axon, of the web or of Spring.
 */
@NullMarked
package cn.dabiao.ledger.signing;

import org.jspecify.annotations.NullMarked;
