/** Campaigns: open one, read them, and the ranking of a campaign. */
@NullMarked
package cn.dabiao.api.campaign;

import org.jspecify.annotations.NullMarked;
