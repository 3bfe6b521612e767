/** Keeping the register of schools. */
@NullMarked
package cn.dabiao.command.school;

import org.jspecify.annotations.NullMarked;
