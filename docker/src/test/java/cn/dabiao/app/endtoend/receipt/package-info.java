/** Receipts as whoever holds one can check them: with the receipt, its schema, the history, and nothing of the product. */
@NullMarked
package cn.dabiao.app.endtoend.receipt;

import org.jspecify.annotations.NullMarked;
