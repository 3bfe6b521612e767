/** Explaining grades: receipts, what they would be under another standard, and the schema of both. */
@NullMarked
package cn.dabiao.api.explanation;

import org.jspecify.annotations.NullMarked;
