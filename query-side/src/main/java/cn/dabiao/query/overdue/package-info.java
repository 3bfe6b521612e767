/**
 * Who should have filed a plan and has not: the register against the assessments of a campaign, as of the day of asking.
 */
@NullMarked
package cn.dabiao.query.overdue;

import org.jspecify.annotations.NullMarked;
