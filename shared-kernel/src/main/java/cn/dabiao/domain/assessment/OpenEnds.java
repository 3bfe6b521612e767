package cn.dabiao.domain.assessment;

import java.util.Optional;

import cn.dabiao.domain.campaign.OpenEnd;

/** What keeps an assessment from being over (RULES.md §4.6–4.10): the first thing that is still to be done. */
public final class OpenEnds {

    private OpenEnds() {}

    public static Optional<OpenEnd> of(AssessmentState state) {
        if (state.grade() == null) {
            return Optional.of(OpenEnd.NOT_GRADED);
        }
        return Optional.empty();
    }
}
