package cn.dabiao.api.inspector;

import cn.dabiao.domain.value.Mean;

/**
 * Between which bounds an inspector's strictness lies with 95 % confidence, by chance alone considered: whoever scores
 * heavier items, or schools that are worse, comes out stricter without being so.
 *
 * <p>Two samples are compared, the points taken off each item that the inspector scored and each that others scored:
 * Welch's interval of the difference of their means, by Student's t with the degrees of freedom of Welch and
 * Satterthwaite. The strictness is measured against a mean in which the inspector's own items are contained, so the
 * interval is scaled with it by the share that others have in all items. Bounds are rounded to two decimals, halves up.
 *
 * @param scorings     the items it rests on that the inspector scored
 * @param others       those that others scored
 * @param significant  whether 0 lies outside, so that chance alone hardly explains the difference
 */
public record StrictnessInterval(Mean low, Mean high, int scorings, int others, boolean significant) {}
