/**
 * How far those who follow the ledger are behind it: what gauges show and readiness rests on. Plain JDBC, two short queries
 * however many they are.
 */
@NullMarked
package cn.dabiao.ledger.lag;

import org.jspecify.annotations.NullMarked;
