/**
 * What follows from a campaign for every school in the register: its eligibility, its annual contribution.
 * Nothing is stored for it: the register beside the assessments.
 */
@NullMarked
package cn.dabiao.query.outcome;

import org.jspecify.annotations.NullMarked;
