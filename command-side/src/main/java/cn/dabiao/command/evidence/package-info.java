/** Taking in files of evidence: looked at, kept under their hashes, and recorded. */
@NullMarked
package cn.dabiao.command.evidence;

import org.jspecify.annotations.NullMarked;
