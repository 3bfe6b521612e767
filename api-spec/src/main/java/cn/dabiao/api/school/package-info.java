/** Schools: register one, read the register, read a school's history. */
@NullMarked
package cn.dabiao.api.school;

import org.jspecify.annotations.NullMarked;
