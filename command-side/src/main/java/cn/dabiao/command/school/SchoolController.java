package cn.dabiao.command.school;

import java.time.Clock;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

import cn.dabiao.api.Answers;
import cn.dabiao.api.Written;
import cn.dabiao.api.school.SchoolRequest;
import cn.dabiao.api.school.SchoolWrites;
import cn.dabiao.command.Request;
import cn.dabiao.domain.people.Actor;

@RestController
class SchoolController implements SchoolWrites {

    private final SchoolWriter writer;
    private final Clock clock;

    SchoolController(SchoolWriter writer, Clock clock) {
        this.writer = writer;
        this.clock = clock;
    }

    @Override
    public ResponseEntity<Written> register(SchoolRequest request, Actor actor) {
        Written written =
                writer.register(request.schoolCode(), request.facts(), Request.of(actor, clock.instant()));
        return Answers.created("/api/v1/schools/" + written.id(), written);
    }
}
