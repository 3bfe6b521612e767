/** Keeping the roster of inspectors. */
@NullMarked
package cn.dabiao.command.inspector;

import org.jspecify.annotations.NullMarked;
