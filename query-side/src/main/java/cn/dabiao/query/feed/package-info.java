/**
 * The feed: the history as events, each reader's own part of it, in pages or as it grows.
 * It has no table of its own; it reads that of the history.
 */
@NullMarked
package cn.dabiao.query.feed;

import org.jspecify.annotations.NullMarked;
