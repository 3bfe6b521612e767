package cn.dabiao.command.timers;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a node attends to timers.
 *
 * @param pollingInterval how often it looks for timers that are due
 * @param threads         how many of them it deals with at once
 */
@ConfigurationProperties("dabiao.timers")
record TimerSettings(@DefaultValue("10s") Duration pollingInterval, @DefaultValue("2") int threads) {}
