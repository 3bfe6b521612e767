/**
 * Files that prove what an assessment says: what is recorded of one when it is stored. The event holds the hash and never
 * the file; a deduction names its evidence by the same hash, and may do so before the file comes.
 */
@NullMarked
package cn.dabiao.domain.evidence;

import org.jspecify.annotations.NullMarked;
