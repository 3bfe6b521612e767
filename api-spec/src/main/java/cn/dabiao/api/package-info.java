/**
 * What all of the contract shares: paths, headers, who is permitted, the shape of answers.
 * Everything here is implemented by the sides and published in {@code openapi.yaml}.
 */
@NullMarked
package cn.dabiao.api;

import org.jspecify.annotations.NullMarked;
