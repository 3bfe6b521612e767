/**
 * An inspector on the bureau's roster: where they work and live, and for which schools they are recused
 * (回避), decides which schools they must not inspect.
 */
@NullMarked
package cn.dabiao.domain.inspector;

import org.jspecify.annotations.NullMarked;
