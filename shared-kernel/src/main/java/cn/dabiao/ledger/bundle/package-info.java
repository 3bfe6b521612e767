/**
 * The file that a school's events travel in with their proofs, and the check of it that needs nothing else.
 * Knows the JDK, JSON and the proofs; no database, no framework.
 */
@NullMarked
package cn.dabiao.ledger.bundle;

import org.jspecify.annotations.NullMarked;
