/**
 * How points are lost: deductions, measurements against thresholds, scores per item, the sheet of a whole review.
 * Pure arithmetic on exact halves; the notice's remark 2 (no item below zero) lives here.
 */
@NullMarked
package cn.dabiao.domain.scoring;

import org.jspecify.annotations.NullMarked;
