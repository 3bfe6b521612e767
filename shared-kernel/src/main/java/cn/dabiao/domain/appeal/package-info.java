/**
 * Appeals (申诉复核, RULES.md §4.10): what a school may contest and until when, who may decide it, and what a decision may
 * change.
 */
@NullMarked
package cn.dabiao.domain.appeal;

import org.jspecify.annotations.NullMarked;
