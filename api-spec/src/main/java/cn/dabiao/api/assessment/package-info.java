/** An assessment: every write on its path, its current state, its list, its history. */
@NullMarked
package cn.dabiao.api.assessment;

import org.jspecify.annotations.NullMarked;
