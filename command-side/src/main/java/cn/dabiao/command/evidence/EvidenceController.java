package cn.dabiao.command.evidence;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import cn.dabiao.api.Answers;
import cn.dabiao.api.evidence.EvidenceWrites;
import cn.dabiao.api.evidence.EvidenceWritten;
import cn.dabiao.api.problem.InvalidRequestException;
import cn.dabiao.command.Request;
import cn.dabiao.command.evidence.EvidenceDesk.Accepted;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.value.FileName;
import cn.dabiao.domain.value.InvalidValue;
import cn.dabiao.domain.value.Sha256;
import cn.dabiao.domain.value.Title;

@RestController
class EvidenceController implements EvidenceWrites {

    private static final String FILE = "file";

    private final EvidenceDesk desk;
    private final Clock clock;

    EvidenceController(EvidenceDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public ResponseEntity<EvidenceWritten> store(
            AssessmentId assessmentId,
            MultipartFile file,
            @Nullable Sha256 sha256,
            @Nullable Instant takenAt,
            @Nullable Title place,
            Actor actor) {
        if (file.isEmpty()) {
            throw new InvalidRequestException(FILE, "0", "nonempty-file", Map.of());
        }
        Upload upload = new Upload(
                assessmentId, file, nameOf(file), file.getContentType(), sha256, takenAt, place);
        Accepted accepted = desk.accept(upload, Request.of(actor, clock.instant()));
        EvidenceWritten written = EvidenceWritten.of(accepted.stored(), accepted.position());
        String tag = written.sha256().value();
        return accepted.first()
                ? Answers.created(
                        "/api/v1/assessments/" + assessmentId + "/evidence/" + tag, tag, written.position(), written)
                : Answers.ok(tag, written.position(), written);
    }

    private static FileName nameOf(MultipartFile file) {
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        try {
            return new FileName(name);
        } catch (InvalidValue e) {
            throw new InvalidRequestException(FILE, e.value(), e.type(), Map.of());
        }
    }
}
