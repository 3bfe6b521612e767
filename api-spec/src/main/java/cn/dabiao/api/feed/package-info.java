/** What happens, as it happens: the events a caller may see, for front ends that keep their own copy. */
@NullMarked
package cn.dabiao.api.feed;

import org.jspecify.annotations.NullMarked;
