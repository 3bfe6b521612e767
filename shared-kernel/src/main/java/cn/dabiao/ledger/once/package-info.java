/**
 * Requests that carry a key, so that they can be sent again and still happen once: what a request has done is in the
 * ledger's database beside the events that it wrote. Knows JDBC, and nothing of the web or of Axon.
 */
@NullMarked
package cn.dabiao.ledger.once;

import org.jspecify.annotations.NullMarked;
