package cn.dabiao.command.inspector;

import java.time.Clock;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

import cn.dabiao.api.Answers;
import cn.dabiao.api.Written;
import cn.dabiao.api.inspector.InspectorRequest;
import cn.dabiao.api.inspector.InspectorWrites;
import cn.dabiao.command.Request;
import cn.dabiao.domain.people.Actor;

@RestController
class InspectorController implements InspectorWrites {

    private final InspectorWriter writer;
    private final Clock clock;

    InspectorController(InspectorWriter writer, Clock clock) {
        this.writer = writer;
        this.clock = clock;
    }

    @Override
    public ResponseEntity<Written> register(InspectorRequest request, Actor actor) {
        Written written = writer.register(request, Request.of(actor, clock.instant()));
        return Answers.created("/api/v1/inspectors/" + written.id(), written);
    }
}
