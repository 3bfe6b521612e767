/** Inspectors: register one, recuse one for a school, read the roster. */
@NullMarked
package cn.dabiao.api.inspector;

import org.jspecify.annotations.NullMarked;
