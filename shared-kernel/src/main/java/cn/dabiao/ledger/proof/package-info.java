/**
 * What makes the ledger's history provable: leaves, the Merkle tree and its proofs (RFC 6962), checkpoints and signed
 * notes (C2SP). Pure: the JDK alone, no clock, no file, no database.
 */
@NullMarked
package cn.dabiao.ledger.proof;

import org.jspecify.annotations.NullMarked;
