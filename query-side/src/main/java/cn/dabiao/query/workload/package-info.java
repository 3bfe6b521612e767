/**
 * Slice: what each inspector has to do, has done, and how strictly.
 * One row per assessment: who is assigned, what they scored, when they signed; counted when it is asked.
 */
@NullMarked
package cn.dabiao.query.workload;

import org.jspecify.annotations.NullMarked;
