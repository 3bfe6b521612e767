/**
 * Slice: the rosters of inspectors.
 * One row per inspector and bureau: each bureau numbers its own.
 */
@NullMarked
package cn.dabiao.query.register.inspector;

import org.jspecify.annotations.NullMarked;
