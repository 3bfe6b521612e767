package cn.dabiao.api.evidence;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.assessment.ByteCount;
import cn.dabiao.domain.evidence.MediaType;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.value.FileName;
import cn.dabiao.domain.value.Sha256;
import cn.dabiao.domain.value.Title;

/**
 * A file of an assessment. What people wrote, its name and its place, is left out for analysts, who see figures alone.
 *
 * @param storedAs the role in which it was brought
 */
public record EvidenceView(
        AssessmentId assessmentId,
        Sha256 sha256,
        @Nullable FileName name,
        MediaType mediaType,
        ByteCount bytes,
        @Nullable Instant takenAt,
        @Nullable Title place,
        @Nullable Role storedAs,
        Instant storedAt,
        long position) {}
