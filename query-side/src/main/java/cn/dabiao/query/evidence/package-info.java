/**
 * Slice: the files of assessments.
 * One row per file and assessment; the files themselves come from their store.
 */
@NullMarked
package cn.dabiao.query.evidence;

import org.jspecify.annotations.NullMarked;
