package cn.dabiao.api.evidence;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.assessment.ByteCount;
import cn.dabiao.domain.evidence.EvidenceEvent.EvidenceStored;
import cn.dabiao.domain.evidence.MediaType;
import cn.dabiao.domain.value.FileName;
import cn.dabiao.domain.value.Sha256;
import cn.dabiao.domain.value.Title;

/** A file as it was first stored for its assessment: whoever brings the same content again is told this, too. */
public record EvidenceWritten(
        AssessmentId assessmentId,
        Sha256 sha256,
        FileName name,
        MediaType mediaType,
        ByteCount bytes,
        @Nullable Instant takenAt,
        @Nullable Title place,
        long position) {

    public static EvidenceWritten of(EvidenceStored stored, long position) {
        return new EvidenceWritten(
                stored.assessmentId(),
                stored.sha256(),
                stored.name(),
                stored.mediaType(),
                stored.bytes(),
                stored.takenAt(),
                stored.place(),
                position);
    }
}
