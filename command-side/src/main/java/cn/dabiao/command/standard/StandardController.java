package cn.dabiao.command.standard;

import java.time.Clock;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

import cn.dabiao.api.Answers;
import cn.dabiao.api.Written;
import cn.dabiao.api.standard.StandardRequest;
import cn.dabiao.api.standard.StandardWrites;
import cn.dabiao.command.Request;
import cn.dabiao.domain.people.Actor;

@RestController
class StandardController implements StandardWrites {

    private final StandardWriter writer;
    private final Clock clock;

    StandardController(StandardWriter writer, Clock clock) {
        this.writer = writer;
        this.clock = clock;
    }

    @Override
    public ResponseEntity<Written> publish(StandardRequest request, Actor actor) {
        Written written = writer.publish(request.toStandard(), Request.of(actor, clock.instant()));
        return Answers.created("/api/v1/standards/" + written.id(), written);
    }
}
