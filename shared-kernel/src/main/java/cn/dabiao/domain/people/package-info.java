/**
 * Who acts: roles and the identity that came with a request (RULES.md §6), and the leading groups people sit in.
 * No credentials live here; a token has already been checked when an {@code Actor} exists.
 */
@NullMarked
package cn.dabiao.domain.people;

import org.jspecify.annotations.NullMarked;
