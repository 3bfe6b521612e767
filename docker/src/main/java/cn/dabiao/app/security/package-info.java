/**
 * Who may call: bearer tokens on the API, the public paths, and nothing else.
 * Refusals are problem documents (RFC 9457).
 */
@NullMarked
package cn.dabiao.app.security;

import org.jspecify.annotations.NullMarked;
