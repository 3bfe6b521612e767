/**
 * Slice: who stands where in a campaign.
 * One row per assessment; ranks are computed over the whole campaign when they are read.
 */
@NullMarked
package cn.dabiao.query.ranking;

import org.jspecify.annotations.NullMarked;
