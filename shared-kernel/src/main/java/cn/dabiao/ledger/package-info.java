/**
 * The event store on PostgreSQL, for now through Axon's JDBC engine: stable event names, the table, its migrations.
 * Knows Axon and JDBC, and nothing of the web or of Spring.
 */
@NullMarked
package cn.dabiao.ledger;

import org.jspecify.annotations.NullMarked;
