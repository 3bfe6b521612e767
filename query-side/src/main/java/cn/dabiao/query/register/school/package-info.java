/**
 * Slice: the schools as the register has them.
 * One row per school.
 */
@NullMarked
package cn.dabiao.query.register.school;

import org.jspecify.annotations.NullMarked;
