package cn.dabiao.query.evidence;

import org.jspecify.annotations.Nullable;

import cn.dabiao.api.evidence.EvidenceView;
import cn.dabiao.domain.evidence.EvidenceEvent.EvidenceStored;
import cn.dabiao.domain.people.Role;

/** A row of {@code view.evidence}. */
record EvidenceRow(EvidenceStored file, @Nullable Role role, long position) {

    /** @param persons whether the reader may see what people wrote */
    EvidenceView view(boolean persons) {
        return new EvidenceView(
                file.assessmentId(),
                file.sha256(),
                persons ? file.name() : null,
                file.mediaType(),
                file.bytes(),
                file.takenAt(),
                persons ? file.place() : null,
                role,
                file.at(),
                position);
    }
}
