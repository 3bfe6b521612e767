package cn.dabiao.api.assessment;

import java.time.Instant;
import java.util.List;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.measure.Commitment;
import cn.dabiao.domain.value.Statement;

/**
 * The minutes of an interview.
 *
 * @param heldAt      when it took place, not in the future; as summoned when absent
 * @param commitments what the school commits itself to, each with its due date
 */
public record MinutesRequest(
        Statement minutes, @Nullable Instant heldAt, @Size(max = 20) @Nullable List<Commitment> commitments) {

    public List<Commitment> committed() {
        return Lists.orNone(commitments);
    }
}
