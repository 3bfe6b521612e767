/**
 * Where the files of evidence lie: below the data directory, in a directory that the nodes share, or in an S3-compatible
 * store; and how large an upload may be before the web server stops reading.
 */
@NullMarked
package cn.dabiao.app.evidence;

import org.jspecify.annotations.NullMarked;
