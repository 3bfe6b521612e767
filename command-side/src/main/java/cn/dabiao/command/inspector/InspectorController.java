package cn.dabiao.command.inspector;

import java.time.Clock;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

import cn.dabiao.api.Answers;
import cn.dabiao.api.Written;
import cn.dabiao.api.assessment.ReasonRequest;
import cn.dabiao.api.inspector.InspectorRequest;
import cn.dabiao.api.inspector.InspectorWrites;
import cn.dabiao.api.inspector.RecusalDecisionRequest;
import cn.dabiao.api.inspector.RecusalRequest;
import cn.dabiao.api.person.ErasureRequest;
import cn.dabiao.command.Request;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.school.SchoolCode;

@RestController
class InspectorController implements InspectorWrites {

    private final InspectorWriter writer;
    private final RecusalWriter recusals;
    private final SuspensionWriter suspensions;
    private final Clock clock;

    InspectorController(
            InspectorWriter writer, RecusalWriter recusals, SuspensionWriter suspensions, Clock clock) {
        this.writer = writer;
        this.recusals = recusals;
        this.suspensions = suspensions;
        this.clock = clock;
    }

    @Override
    public ResponseEntity<Written> register(InspectorRequest request, Actor actor) {
        Written written = writer.register(request, Request.of(actor, clock.instant()));
        return created(written);
    }

    @Override
    public ResponseEntity<Written> recuse(InspectorId inspectorId, RecusalRequest request, Actor actor) {
        return created(recusals.recuse(inspectorId, request, Request.of(actor, clock.instant())));
    }

    @Override
    public ResponseEntity<Written> decideRecusal(
            InspectorId inspectorId, SchoolCode schoolCode, RecusalDecisionRequest request, Actor actor) {
        return changed(recusals.decide(inspectorId, schoolCode, request, Request.of(actor, clock.instant())));
    }

    @Override
    public ResponseEntity<Written> suspend(InspectorId inspectorId, ReasonRequest request, Actor actor) {
        return changed(suspensions.suspend(inspectorId, request.reason(), Request.of(actor, clock.instant())));
    }

    @Override
    public ResponseEntity<Written> reinstate(InspectorId inspectorId, ReasonRequest request, Actor actor) {
        return changed(suspensions.reinstate(inspectorId, request.reason(), Request.of(actor, clock.instant())));
    }

    @Override
    public ResponseEntity<Written> erase(InspectorId inspectorId, ErasureRequest request, Actor actor) {
        return changed(writer.erase(inspectorId, request.name(), request.reason(), Request.of(actor, clock.instant())));
    }

    private static ResponseEntity<Written> changed(Written written) {
        return Answers.ok(Long.toString(written.version()), written.position(), written);
    }

    private static ResponseEntity<Written> created(Written written) {
        return Answers.created("/api/v1/inspectors/" + written.id(), written);
    }
}
