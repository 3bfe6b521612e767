package cn.dabiao.command.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.dabiao.api.assessment.ApplicationRequest;
import cn.dabiao.api.assessment.AssessmentWritten;
import cn.dabiao.api.assessment.GradeRequest;
import cn.dabiao.api.assessment.PlanRequest;
import cn.dabiao.command.Bureaus;
import cn.dabiao.command.References;
import cn.dabiao.command.Request;
import cn.dabiao.command.assessment.AssessmentCommand.AcceptApplication;
import cn.dabiao.command.assessment.AssessmentCommand.Apply;
import cn.dabiao.command.assessment.AssessmentCommand.AssignGrade;
import cn.dabiao.command.assessment.AssessmentCommand.DrawInspectors;
import cn.dabiao.command.assessment.AssessmentCommand.OpenAssessment;
import cn.dabiao.command.assessment.AssessmentCommand.OpenReview;
import cn.dabiao.command.assessment.AssessmentCommand.PlanText;
import cn.dabiao.command.assessment.AssessmentCommand.ReplaceInspector;
import cn.dabiao.command.assessment.AssessmentCommand.ReplacePlan;
import cn.dabiao.command.assessment.AssessmentCommand.ReturnApplication;
import cn.dabiao.command.assessment.AssessmentCommand.ScoreItem;
import cn.dabiao.command.assessment.AssessmentCommand.SelfAssess;
import cn.dabiao.command.assessment.AssessmentCommand.SignReview;
import cn.dabiao.command.assessment.AssessmentCommand.WithdrawApplication;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.assessment.Seed;
import cn.dabiao.domain.assessment.SeedOrigin;
import cn.dabiao.domain.assessment.Terms;
import cn.dabiao.domain.campaign.Campaign;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.school.School;
import cn.dabiao.domain.scoring.ItemFindings;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.domain.value.Opinion;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.person.Owner;
import cn.dabiao.person.Persons;

/**
 * Puts together what each command up to the grade brings along (the campaign, its standard, the school, the roster), and
 * has it written; for what follows there is the {@link AftermathDesk}. The one way to change an assessment, for requests
 * and for the demo county alike.
 */
@Component
public class AssessmentDesk {

    private final References references;
    private final AssessmentWriter writer;
    private final Persons persons;

    AssessmentDesk(References references, AssessmentWriter writer, Persons persons) {
        this.references = references;
        this.writer = writer;
        this.persons = persons;
    }

    /** Opens the assessment when the caller names no version of it, and replaces the plan when it does. */
    public AssessmentWritten filePlan(AssessmentId id, PlanRequest body, Request request) {
        Campaign campaign = references.campaign(id.campaignId(), request.actor());
        boolean opens = request.precondition().tags().isEmpty();
        if (opens) {
            references.requireMayOpen(id, campaign.bureau());
        } else {
            references.requireRegistered(id.schoolCode(), campaign.bureau());
        }
        PlanText plan = new PlanText(
                body.title(), body.document(), persons.sealGroup(Owner.of(id), body.leadingGroup()));
        Terms terms = new Terms(
                campaign, references.standard(campaign.standardId(), request.actor()), request.at());
        return writer.write(
                opens
                        ? new OpenAssessment(id, terms, plan, request)
                        : new ReplacePlan(id, terms, plan, request));
    }

    public AssessmentWritten selfAssess(AssessmentId id, List<ItemFindings> findings, Request request) {
        return writer.write(new SelfAssess(id, terms(id, request), findings, request));
    }

    public AssessmentWritten apply(AssessmentId id, ApplicationRequest body, Request request) {
        School school = references.school(id.schoolCode(), Bureaus.of(request.actor()));
        PersonName sealedBy = persons.seal(Owner.of(id), body.sealedBy());
        return writer.write(new Apply(id, terms(id, request), body.declaredOn(), sealedBy, school, request));
    }

    public AssessmentWritten accept(AssessmentId id, @Nullable Reason reason, Request request) {
        return writer.write(new AcceptApplication(id, terms(id, request), reason, request));
    }

    public AssessmentWritten sendBack(AssessmentId id, Reason reason, Request request) {
        return writer.write(new ReturnApplication(id, terms(id, request), reason, request));
    }

    public AssessmentWritten withdraw(AssessmentId id, Reason reason, Request request) {
        return writer.write(new WithdrawApplication(id, terms(id, request), reason, request));
    }

    /** @param seed what the caller chose; null for one that nobody can foresee */
    public AssessmentWritten draw(
            AssessmentId id, int count, @Nullable Seed seed, @Nullable Reason reason, Request request) {
        BureauCode bureau = Bureaus.of(request.actor());
        return writer.write(new DrawInspectors(
                id,
                terms(id, request),
                count,
                Objects.requireNonNullElseGet(seed, Seeds::fresh),
                seed == null ? SeedOrigin.PRODUCT : SeedOrigin.CALLER,
                references.roster(bureau).onDuty(),
                references.loads(id),
                references.school(id.schoolCode(), bureau),
                reason,
                request));
    }

    public AssessmentWritten openReview(AssessmentId id, LocalDate visitOn, Request request) {
        return writer.write(new OpenReview(
                id, terms(id, request), visitOn, references.roster(Bureaus.of(request.actor())), request));
    }

    public AssessmentWritten score(
            AssessmentId id,
            int round,
            ItemFindings findings,
            @Nullable Reason reason,
            @Nullable Instant scoredAt,
            Request request) {
        return writer.write(new ScoreItem(
                id,
                terms(id, request),
                round,
                findings,
                reason,
                scoredAt,
                request));
    }

    /** @param seed what the caller chose; null for one that nobody can foresee */
    public AssessmentWritten replace(
            AssessmentId id, int round, InspectorId replaced, @Nullable Seed seed, Reason reason, Request request) {
        BureauCode bureau = Bureaus.of(request.actor());
        return writer.write(new ReplaceInspector(
                id,
                terms(id, request),
                round,
                replaced,
                Objects.requireNonNullElseGet(seed, Seeds::fresh),
                seed == null ? SeedOrigin.PRODUCT : SeedOrigin.CALLER,
                references.roster(bureau).onDuty(),
                references.loads(id),
                references.school(id.schoolCode(), bureau),
                reason,
                request));
    }

    public AssessmentWritten sign(AssessmentId id, int round, @Nullable Opinion opinion, Request request) {
        return writer.write(new SignReview(id, terms(id, request), round, opinion, request));
    }

    public AssessmentWritten grade(AssessmentId id, GradeRequest body, Request request) {
        PersonName sealedBy = persons.seal(Owner.of(id), body.sealedBy());
        return writer.write(new AssignGrade(
                id, terms(id, request), body.round(), body.opinion(), sealedBy, body.grade(), request));
    }

    private Terms terms(AssessmentId id, Request request) {
        return references.terms(id.campaignId(), request.at());
    }
}
