/**
 * A request that carries an {@code Idempotency-Key} happens once, however often it is sent
 * (draft-ietf-httpapi-idempotency-key-header), and is answered each time as at first.
 */
@NullMarked
package cn.dabiao.app.idempotency;

import org.jspecify.annotations.NullMarked;
