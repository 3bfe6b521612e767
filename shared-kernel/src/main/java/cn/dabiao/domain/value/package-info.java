/**
 * The small validated values of the language: codes, points, names, texts, hashes.
 * None of them can exist outside its bounds, so nothing behind a constructor checks again.
 */
@NullMarked
package cn.dabiao.domain.value;

import org.jspecify.annotations.NullMarked;
