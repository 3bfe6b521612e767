/**
 * A fictional county to try the product out with: told from data, always the same, and written through the commands
 * that requests use. Only {@code DemoCounty} writes; everything else here is pure.
 */
@NullMarked
package cn.dabiao.command.demo;

import org.jspecify.annotations.NullMarked;
