/**
 * Why a grade is what it is: the receipt that derives it from the events, line by line, and the same receipt under
 * another standard.
 */
@NullMarked
package cn.dabiao.domain.explanation;

import org.jspecify.annotations.NullMarked;
