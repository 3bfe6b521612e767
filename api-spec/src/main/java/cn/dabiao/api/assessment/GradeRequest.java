package cn.dabiao.api.assessment;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.value.Opinion;
import cn.dabiao.domain.value.PersonName;

/**
 * The grade of a completed round, which is derived from its scores.
 *
 * @param grade what the caller believes it to be: refused when the scores give another
 */
public record GradeRequest(
        @Min(1) @Max(99) int round, Opinion opinion, PersonName sealedBy, @Nullable Grade grade) {}
