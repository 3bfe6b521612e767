/** What is asked about persons themselves. */
@NullMarked
package cn.dabiao.api.person;

import org.jspecify.annotations.NullMarked;
