/**
 * What happens by the calendar alone: events begin periods, timers in the database wait for their ends, and at its end a
 * period has a command sent. Which periods there are is said where they belong; here is only what all have in common.
 */
@NullMarked
package cn.dabiao.command.timers;

import org.jspecify.annotations.NullMarked;
