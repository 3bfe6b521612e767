/**
 * Slice: every assessment as it is now, in lists and as a whole, with what the caller may do.
 * One row per assessment: columns to filter by, and the folded state as JSON.
 */
@NullMarked
package cn.dabiao.query.assessment;

import org.jspecify.annotations.NullMarked;
