/**
 * Answers any list as a table of all its rows, by {@code Accept}: the list's own operation is asked for one page after
 * another, all in one snapshot, and the rows are sent as they come.
 */
@NullMarked
package cn.dabiao.query.exporting;

import org.jspecify.annotations.NullMarked;
