package cn.dabiao.api.assessment;

import java.time.Instant;
import java.util.List;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.measure.MeasureId;
import cn.dabiao.domain.measure.MeasureKind;
import cn.dabiao.domain.measure.Summons;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.domain.value.Title;

/**
 * A measure (督促措施).
 *
 * @param reason    needed when it is heavier than any before
 * @param interview the summons; for an interview, and for nothing else
 */
public record MeasureRequest(
        MeasureId measureId, MeasureKind kind, @Nullable Reason reason, @Valid @Nullable SummonsBody interview) {

    /** When, where, and who is to come. */
    public record SummonsBody(Instant at, Title place, @Size(min = 1, max = 20) List<PersonName> attendees) {}

    public @Nullable Summons summons() {
        return interview == null ? null : new Summons(interview.at(), interview.place(), interview.attendees());
    }
}
