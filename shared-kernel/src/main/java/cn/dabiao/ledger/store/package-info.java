/**
 * The event store: one writer commits what many commands recorded, in one transaction, at positions that are dense and in
 * the order of commit, together with the Merkle tree over them. Knows Axon and JDBC, and nothing of the web or of Spring.
 */
@NullMarked
package cn.dabiao.ledger.store;

import org.jspecify.annotations.NullMarked;
