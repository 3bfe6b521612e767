package cn.dabiao.command.evidence;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;

import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.value.FileName;
import cn.dabiao.domain.value.Sha256;
import cn.dabiao.domain.value.Title;

/**
 * A file as somebody brings it, with what they say of it.
 *
 * @param sha256       the hash that it should have
 * @param declaredType the media type that it should be of, in whatever form
 */
record Upload(
        AssessmentId assessmentId,
        InputStreamSource content,
        FileName name,
        @Nullable String declaredType,
        @Nullable Sha256 sha256,
        @Nullable Instant takenAt,
        @Nullable Title place) {}
