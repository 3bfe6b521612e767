package cn.dabiao.api.assessment;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.scoring.Evidence;
import cn.dabiao.domain.value.FileName;
import cn.dabiao.domain.value.Sha256;
import cn.dabiao.domain.value.Title;

/** A file that proves something, as it is shown: what people wrote of it, its name and its place, may tell of persons. */
public record ProofView(Sha256 sha256, @Nullable FileName name, @Nullable Instant takenAt, @Nullable Title place) {

    static List<ProofView> of(List<Evidence> evidence, boolean persons) {
        return evidence.stream()
                .map(it -> new ProofView(
                        it.sha256(), persons ? it.name() : null, it.takenAt(), persons ? it.place() : null))
                .toList();
    }
}
