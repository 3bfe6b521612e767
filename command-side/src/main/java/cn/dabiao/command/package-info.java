/**
 * The side that decides: commands, aggregates, write controllers. What it decides goes to the ledger as events, and
 * nothing else leaves it.
 */
@NullMarked
package cn.dabiao.command;

import org.jspecify.annotations.NullMarked;
