/**
 * What schools should have done and have not: the register and the assessments of a campaign, as of the day of asking.
 */
@NullMarked
package cn.dabiao.query.overdue;

import org.jspecify.annotations.NullMarked;
