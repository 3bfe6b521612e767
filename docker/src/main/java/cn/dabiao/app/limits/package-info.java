/**
 * How much one caller may take of a node: requests in a time, bytes of a body, and time for sending them.
 * Whoever takes more is told when to come again.
 */
@NullMarked
package cn.dabiao.app.limits;

import org.jspecify.annotations.NullMarked;
