package cn.dabiao.api.assessment;

import java.util.List;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.scoring.Evidence;
import cn.dabiao.domain.value.Statement;

/** What the school has mended, and what proves it. */
public record RectificationReportRequest(
        Statement report, @Size(max = 50) @Nullable List<Evidence> evidence) {

    public List<Evidence> proofs() {
        return Lists.orNone(evidence);
    }
}
