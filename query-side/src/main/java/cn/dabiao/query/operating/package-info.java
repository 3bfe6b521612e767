/**
 * What whoever operates a node sees and does of its projections: how far they are, what is parked, and rebuilds.
 */
@NullMarked
package cn.dabiao.query.operating;

import org.jspecify.annotations.NullMarked;
