/**
 * Every error as {@code application/problem+json} (RFC 9457): stable types, the facts as members, and a text in the
 * reader's language (Chinese unless English is asked for).
 */
@NullMarked
package cn.dabiao.api.problem;

import org.jspecify.annotations.NullMarked;
