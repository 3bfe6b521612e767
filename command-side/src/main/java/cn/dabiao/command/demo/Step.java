package cn.dabiao.command.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.dabiao.api.assessment.ApplicationRequest;
import cn.dabiao.api.assessment.GradeRequest;
import cn.dabiao.api.assessment.PlanRequest;
import cn.dabiao.domain.assessment.Seed;
import cn.dabiao.domain.scoring.ItemFindings;
import cn.dabiao.domain.value.Opinion;
import cn.dabiao.domain.value.Reason;

/** One thing that somebody does to an assessment. Each makes exactly one event: that is how an unfinished demo goes on. */
sealed interface Step {

    Instant at();

    record FilePlan(PlanRequest plan, Instant at) implements Step {}

    record SelfAssess(List<ItemFindings> findings, Instant at) implements Step {}

    record Apply(ApplicationRequest form, Instant at) implements Step {}

    record Accept(Reason reason, Instant at) implements Step {}

    record SendBack(Reason reason, Instant at) implements Step {}

    record Withdraw(Reason reason, Instant at) implements Step {}

    record Draw(int count, Seed seed, @Nullable Reason reason, Instant at) implements Step {}

    record OpenReview(LocalDate visitOn, Instant at) implements Step {}

    /** @param inspector which of those drawn, from 0 */
    record Score(int inspector, ItemFindings findings, Instant scoredAt, Instant at) implements Step {}

    /** @param inspector which of those drawn, from 0 */
    record Sign(int inspector, Opinion opinion, Instant at) implements Step {}

    record Assign(GradeRequest grade, Instant at) implements Step {}
}
