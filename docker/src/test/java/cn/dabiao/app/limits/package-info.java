/** What one caller may take of a node, and what they are told who want more. */
@NullMarked
package cn.dabiao.app.limits;

import org.jspecify.annotations.NullMarked;
