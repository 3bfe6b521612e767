/** A fictional county to try the product out with. */
@NullMarked
package cn.dabiao.api.demo;

import org.jspecify.annotations.NullMarked;
