/**
 * A school (学校) as the bureau's register has it.
 * An assessment takes its own copy of these facts when the school applies, so a later change rewrites nothing.
 */
@NullMarked
package cn.dabiao.domain.school;

import org.jspecify.annotations.NullMarked;
