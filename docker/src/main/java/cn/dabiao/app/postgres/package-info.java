/**
 * The PostgreSQL that is started with the application when no {@code spring.datasource.url} is set.
 * It is durable like any other: it survives restarts, {@code kill -9} and a crash of the machine.
 */
@NullMarked
package cn.dabiao.app.postgres;

import org.jspecify.annotations.NullMarked;
