/**
 * The register: standards, campaigns, schools and inspectors, each a slice in a folder of its own.
 * All four are one processing group, so that they are always at one position.
 */
@NullMarked
package cn.dabiao.query.register;

import org.jspecify.annotations.NullMarked;
