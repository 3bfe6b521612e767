package cn.dabiao.app.axon;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events are appended.
 *
 * @param maxWait how long a write may wait for its turn before it is answered 503; the database gets as long again
 */
@ConfigurationProperties("dabiao.ledger")
record LedgerProperties(@DefaultValue("5s") Duration maxWait) {}
