package cn.dabiao.command.school;

import java.nio.charset.Charset;
import java.time.Clock;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

import cn.dabiao.api.Answers;
import cn.dabiao.api.Written;
import cn.dabiao.api.assessment.ReasonRequest;
import cn.dabiao.api.person.ErasureRequest;
import cn.dabiao.api.school.SchoolFile;
import cn.dabiao.api.school.SchoolImport;
import cn.dabiao.api.school.SchoolMergerRequest;
import cn.dabiao.api.school.SchoolRequest;
import cn.dabiao.api.school.SchoolUpdateRequest;
import cn.dabiao.api.school.SchoolWrites;
import cn.dabiao.command.Request;
import cn.dabiao.command.school.importing.SchoolImporter;
import cn.dabiao.domain.assessment.Precondition;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.value.Reason;

@RestController
class SchoolController implements SchoolWrites {

    private final SchoolWriter writer;
    private final SchoolImporter importer;
    private final Clock clock;

    SchoolController(SchoolWriter writer, SchoolImporter importer, Clock clock) {
        this.writer = writer;
        this.importer = importer;
        this.clock = clock;
    }

    @Override
    public ResponseEntity<Written> register(SchoolRequest request, Actor actor) {
        Written written = writer.register(request.schoolCode(), request.facts(), now(actor));
        return Answers.created("/api/v1/schools/" + written.id(), written);
    }

    @Override
    public ResponseEntity<Written> update(
            SchoolCode schoolCode, SchoolUpdateRequest request, Precondition precondition, Actor actor) {
        return ok(writer.update(
                schoolCode, request.facts(), request.reason(), new Request(actor, clock.instant(), precondition)));
    }

    @Override
    public ResponseEntity<Written> merge(SchoolCode schoolCode, SchoolMergerRequest request, Actor actor) {
        return ok(writer.merge(schoolCode, request.into(), request.reason(), now(actor)));
    }

    @Override
    public ResponseEntity<Written> close(SchoolCode schoolCode, ReasonRequest request, Actor actor) {
        return ok(writer.close(schoolCode, request.reason(), now(actor)));
    }

    @Override
    public ResponseEntity<Written> erase(SchoolCode schoolCode, ErasureRequest request, Actor actor) {
        return ok(writer.erase(schoolCode, request.name(), request.reason(), now(actor)));
    }

    @Override
    public ResponseEntity<SchoolImport> importFile(
            boolean dryRun,
            boolean partial,
            @Nullable Charset charset,
            @Nullable Reason reason,
            SchoolFile file,
            Actor actor,
            Locale locale) {
        SchoolImporter.Wish wish = new SchoolImporter.Wish(dryRun, partial, charset, reason);
        SchoolImport imported = importer.importFrom(file, wish, now(actor), locale);
        return Answers.shown(imported.position(), imported);
    }

    private Request now(Actor actor) {
        return Request.of(actor, clock.instant());
    }

    private static ResponseEntity<Written> ok(Written written) {
        return Answers.ok(Long.toString(written.version()), written.position(), written);
    }
}
