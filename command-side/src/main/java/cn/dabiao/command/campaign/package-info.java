/** Opening, running and closing campaigns. */
@NullMarked
package cn.dabiao.command.campaign;

import org.jspecify.annotations.NullMarked;
