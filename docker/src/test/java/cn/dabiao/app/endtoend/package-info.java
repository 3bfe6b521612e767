/** The whole product over real HTTP. */
@NullMarked
package cn.dabiao.app.endtoend;

import org.jspecify.annotations.NullMarked;
