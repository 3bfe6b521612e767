/** Keeping the roster of inspectors, and who of them is recused for which school. */
@NullMarked
package cn.dabiao.command.inspector;

import org.jspecify.annotations.NullMarked;
