/**
 * Slice: what a bureau has made public of its campaigns' grades.
 * One row per publication and, frozen, one per school in it.
 */
@NullMarked
package cn.dabiao.query.publication;

import org.jspecify.annotations.NullMarked;
