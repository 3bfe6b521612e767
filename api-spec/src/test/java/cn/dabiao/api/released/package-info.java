/** The contract that front ends were given last, and what became of it. */
@NullMarked
package cn.dabiao.api.released;

import org.jspecify.annotations.NullMarked;
