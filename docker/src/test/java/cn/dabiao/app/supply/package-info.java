/** What the distribution is made of, and what it says about that. */
@NullMarked
package cn.dabiao.app.supply;

import org.jspecify.annotations.NullMarked;
