/**
 * Lists as tables: the rows of a page as cells under headers in the reader's language, written as CSV or as an Excel
 * workbook, a row at a time.
 */
@NullMarked
package cn.dabiao.api.export;

import org.jspecify.annotations.NullMarked;
