/** Keeps the master key of personal data, and heals erasures that were cut short. */
@NullMarked
package cn.dabiao.app.person;

import org.jspecify.annotations.NullMarked;
