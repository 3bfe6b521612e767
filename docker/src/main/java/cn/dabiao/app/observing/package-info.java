/**
 * What whoever runs this is shown of it: figures (Micrometer), health, traces when a collector is named, and what stands
 * beside each line of the log.
 */
@NullMarked
package cn.dabiao.app.observing;

import org.jspecify.annotations.NullMarked;
