/** Orders to mend (整改通知, RULES.md §4.8): what is to be mended by when, and what came of it. */
@NullMarked
package cn.dabiao.domain.rectification;

import org.jspecify.annotations.NullMarked;
