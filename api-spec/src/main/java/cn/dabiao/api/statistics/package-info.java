/** What a campaign comes to in figures, and one campaign beside another. */
@NullMarked
package cn.dabiao.api.statistics;

import org.jspecify.annotations.NullMarked;
