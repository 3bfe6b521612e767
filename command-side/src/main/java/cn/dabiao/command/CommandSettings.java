package cn.dabiao.command;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the command side.
 *
 * @param cachedAssessments how many assessments are kept in memory, ready for their next command
 */
@ConfigurationProperties("dabiao.commands")
record CommandSettings(@DefaultValue("5000") int cachedAssessments) {}
