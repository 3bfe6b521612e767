/** Standards: publish a version, read versions. */
@NullMarked
package cn.dabiao.api.standard;

import org.jspecify.annotations.NullMarked;
