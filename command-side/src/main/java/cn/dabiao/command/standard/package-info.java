/** Publishing standards, the shipped one at first start among them. */
@NullMarked
package cn.dabiao.command.standard;

import org.jspecify.annotations.NullMarked;
