/**
 * Webhooks: the feed, sent to whoever wants it. Subscriptions and their progress are in a schema of their own; at any time
 * one node sends to a target.
 */
@NullMarked
package cn.dabiao.query.webhook;

import org.jspecify.annotations.NullMarked;
