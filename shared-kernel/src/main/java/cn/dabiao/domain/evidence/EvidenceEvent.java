package cn.dabiao.domain.evidence;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.assessment.ByteCount;
import cn.dabiao.domain.value.FileName;
import cn.dabiao.domain.value.Sha256;
import cn.dabiao.domain.value.Title;

/**
 * The story of one file of one assessment, on a stream of its own: whoever uploads pictures does not move the version
 * that somebody else's write rests on. Who did it, and for which request, stands in the metadata.
 */
public sealed interface EvidenceEvent {

    AssessmentId assessmentId();

    Sha256 sha256();

    /**
     * The file is kept, whole and under its hash.
     *
     * @param name      as the uploader calls it
     * @param mediaType as its content shows
     * @param takenAt   when the picture was taken, as the uploader says
     * @param place     where, as the uploader says
     */
    record EvidenceStored(
            AssessmentId assessmentId,
            Sha256 sha256,
            FileName name,
            MediaType mediaType,
            ByteCount bytes,
            @Nullable Instant takenAt,
            @Nullable Title place,
            Instant at)
            implements EvidenceEvent {}
}
