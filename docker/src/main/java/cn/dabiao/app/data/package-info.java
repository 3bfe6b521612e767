/**
 * The directory in which the embedded defaults keep what must survive a restart:
 * the database, its password and the signing key of the issuer.
 */
@NullMarked
package cn.dabiao.app.data;

import org.jspecify.annotations.NullMarked;
