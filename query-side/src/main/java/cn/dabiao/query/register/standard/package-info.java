/**
 * Slice: the published standards.
 * A published standard never changes, so what was read once is kept in memory.
 */
@NullMarked
package cn.dabiao.query.register.standard;

import org.jspecify.annotations.NullMarked;
