/** Inspectors: register one, read the roster. */
@NullMarked
package cn.dabiao.api.inspector;

import org.jspecify.annotations.NullMarked;
