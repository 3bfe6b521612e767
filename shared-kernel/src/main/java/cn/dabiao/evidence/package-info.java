/**
 * Where the files of evidence lie: under their hashes, on a disk or in an S3-compatible store. The ledger says which there
 * are and whose; here are only bytes.
 */
@NullMarked
package cn.dabiao.evidence;

import org.jspecify.annotations.NullMarked;
