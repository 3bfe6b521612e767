/**
 * Axon on PostgreSQL: the ledger as its event store, transactions by Spring, JSON by our own serializer.
 * Declared here bean by bean, because Axon's own JDBC configuration looks for the data source before there is one.
 */
@NullMarked
package cn.dabiao.app.axon;

import org.jspecify.annotations.NullMarked;
