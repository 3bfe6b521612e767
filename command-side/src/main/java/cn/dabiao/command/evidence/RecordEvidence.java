package cn.dabiao.command.evidence;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import cn.dabiao.command.Request;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.assessment.ByteCount;
import cn.dabiao.domain.evidence.MediaType;
import cn.dabiao.domain.value.FileName;
import cn.dabiao.domain.value.Sha256;
import cn.dabiao.domain.value.Title;

/** Record that a file of an assessment is kept; it is by now. */
record RecordEvidence(
        AssessmentId assessmentId,
        Sha256 sha256,
        FileName name,
        MediaType mediaType,
        ByteCount bytes,
        @Nullable Instant takenAt,
        @Nullable Title place,
        Request request) {}
