/**
 * The directory in which the embedded defaults keep what must survive a restart:
 * the database, its passwords, and the signing keys of the issuer and of the ledger.
 */
@NullMarked
package cn.dabiao.app.data;

import org.jspecify.annotations.NullMarked;
