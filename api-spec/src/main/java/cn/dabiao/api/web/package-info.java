/**
 * How a request reaches a controller of either side: who calls, what they saw before, whether they may,
 * whether every parameter is one that exists.
 */
@NullMarked
package cn.dabiao.api.web;

import org.jspecify.annotations.NullMarked;
