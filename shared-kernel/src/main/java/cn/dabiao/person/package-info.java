/**
 * Personal data: names and numbers of persons are sealed before anything is decided or stored, each under the key of its
 * person, and opened where somebody who may see them reads them. Destroying a key erases the person everywhere at once, in
 * events, projections and copies of both (Personal Information Protection Law of the PRC, art. 47 and 51).
 */
@NullMarked
package cn.dabiao.person;

import org.jspecify.annotations.NullMarked;
