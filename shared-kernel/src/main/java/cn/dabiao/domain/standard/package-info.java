/**
 * A versioned scoring standard (考评验收标准): categories, items, checkpoints, grade bands.
 * A published standard never changes; a campaign stays on the one it was opened with.
 */
@NullMarked
package cn.dabiao.domain.standard;

import org.jspecify.annotations.NullMarked;
