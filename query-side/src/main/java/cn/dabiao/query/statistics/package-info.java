/**
 * Slice: what a campaign comes to in figures, and one campaign beside another.
 * One row per assessment; every figure is counted from those rows when it is asked for, today's and a past moment's alike.
 */
@NullMarked
package cn.dabiao.query.statistics;

import org.jspecify.annotations.NullMarked;
