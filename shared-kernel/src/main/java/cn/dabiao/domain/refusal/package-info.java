/**
 * Every way in which the domain says no, each a value with a name and its facts.
 * How a refusal is worded and which HTTP status it has is the contract's business, not the domain's.
 */
@NullMarked
package cn.dabiao.domain.refusal;

import org.jspecify.annotations.NullMarked;
