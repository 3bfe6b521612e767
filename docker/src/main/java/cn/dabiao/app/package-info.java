/**
 * The distribution: one process that takes the role of the whole, of the command side or of the query side.
 * Everything below this package is wiring; no rule of the domain lives here.
 */
@NullMarked
package cn.dabiao.app;

import org.jspecify.annotations.NullMarked;
