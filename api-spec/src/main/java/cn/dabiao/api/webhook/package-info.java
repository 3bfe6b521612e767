/** Having the feed sent to somewhere else: who wants what, and how well it arrives. */
@NullMarked
package cn.dabiao.api.webhook;

import org.jspecify.annotations.NullMarked;
