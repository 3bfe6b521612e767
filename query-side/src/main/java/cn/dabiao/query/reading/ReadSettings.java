package cn.dabiao.query.reading;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of reads.
 *
 * @param maxWait how long a read waits for the position its caller asked for
 */
@ConfigurationProperties("dabiao.reads")
public record ReadSettings(@DefaultValue("5s") Duration maxWait) {}
