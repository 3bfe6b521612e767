/**
 * Rebuilding a group's tables from the first event on, beside the live ones: read ahead, fold, write, exchange.
 * It knows no slice: it is given the projections of a group.
 */
@NullMarked
package cn.dabiao.query.rebuilding;

import org.jspecify.annotations.NullMarked;
