/**
 * What all reads share: the position an answer shows, who sees what, paging.
 * Everything here runs in the read-only transaction of one request.
 */
@NullMarked
package cn.dabiao.query.reading;

import org.jspecify.annotations.NullMarked;
