/** Backups that are restored: what {@code docker/RESTORE.md} tells, done. */
@NullMarked
package cn.dabiao.app.restore;

import org.jspecify.annotations.NullMarked;
