/**
 * Slice: one row per event, told in words in the reader's language.
 * Every point a school lost is explained here, with who, when and why.
 */
@NullMarked
package cn.dabiao.query.history;

import org.jspecify.annotations.NullMarked;
