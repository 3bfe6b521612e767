/**
 * Slice: the campaigns of a bureau, with their dates and leading groups.
 * One row per campaign.
 */
@NullMarked
package cn.dabiao.query.register.campaign;

import org.jspecify.annotations.NullMarked;
