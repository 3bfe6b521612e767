/**
 * Requests as nobody should send them, made from the published contract, and what holds of every answer: it is one that
 * the contract knows, and never a failure.
 */
@NullMarked
package cn.dabiao.app.fuzz;

import org.jspecify.annotations.NullMarked;
