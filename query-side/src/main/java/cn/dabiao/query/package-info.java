/**
 * The query side: events become rows, rows become answers; one projection, one slice, one folder.
 * This package wires the slices to Axon and to Spring; it knows nothing of commands.
 */
@NullMarked
package cn.dabiao.query;

import org.jspecify.annotations.NullMarked;
