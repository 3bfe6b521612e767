/**
 * Refusals to start: a sentence that says what is wrong and one that says what to do,
 * instead of a stack trace.
 */
@NullMarked
package cn.dabiao.app.start;

import org.jspecify.annotations.NullMarked;
