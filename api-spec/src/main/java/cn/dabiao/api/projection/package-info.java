/**
 * The contract of what an operator sees and does of projections: positions, rebuilds, events that could not be projected.
 */
@NullMarked
package cn.dabiao.api.projection;

import org.jspecify.annotations.NullMarked;
