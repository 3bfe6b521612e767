/** The path of an assessment: its commands, the aggregate that decides them, the controller that takes them in. */
@NullMarked
package cn.dabiao.command.assessment;

import org.jspecify.annotations.NullMarked;
