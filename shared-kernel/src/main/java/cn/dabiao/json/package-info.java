/**
 * How the language is written in JSON, in stored events and on the wire alike: a single value as that value,
 * everything else as its record components in their order.
 */
@NullMarked
package cn.dabiao.json;

import org.jspecify.annotations.NullMarked;
