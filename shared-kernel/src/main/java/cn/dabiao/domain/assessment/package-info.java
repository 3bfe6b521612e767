/**
 * An assessment (考评): one school's whole path through one campaign, from plan to grade; one event stream.
 * {@code AssessmentEvent} is the story, {@code AssessmentState} its pure fold, {@code AssessmentRules} who may do what when.
 */
@NullMarked
package cn.dabiao.domain.assessment;

import org.jspecify.annotations.NullMarked;
