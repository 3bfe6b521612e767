/**
 * Proves that no acknowledged event is ever lost: a load client of its own process against the distribution, whose
 * processes are killed again and again.
 */
@NullMarked
package cn.dabiao.app.kills;

import org.jspecify.annotations.NullMarked;
