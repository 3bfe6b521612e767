/** Evidence: files that prove what an assessment says; bring one, list them, fetch one. */
@NullMarked
package cn.dabiao.api.evidence;

import org.jspecify.annotations.NullMarked;
