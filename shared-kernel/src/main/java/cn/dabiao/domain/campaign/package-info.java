/**
 * A campaign (达标创建活动): one run of the exercise in one bureau, pinned to one standard version.
 * Its dates are the campaign's own, in its own time zone.
 */
@NullMarked
package cn.dabiao.domain.campaign;

import org.jspecify.annotations.NullMarked;
