package cn.dabiao.app.web;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

import cn.dabiao.api.problem.ProblemType;
import cn.dabiao.api.problem.ProblemWriter;
import cn.dabiao.app.security.AnswerHeaders;

/**
 * The last resort: whatever leaves Tomcat with an error status and no body gets a problem document. That covers
 * requests which Tomcat cannot parse, and exceptions that nothing else has handled.
 */
final class ProblemErrorReportValve extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemErrorReportValve.class);

    private final ProblemWriter problems;

    ProblemErrorReportValve(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int code = response.getStatus();
        // The same conditions as Tomcat's own report: an error, nothing written yet, and the line still open.
        if (code < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        AtomicBoolean open = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, open);
        if (!open.get()) {
            return;
        }
        HttpStatus status = HttpStatus.resolve(code);
        HttpStatus known = status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
        try {
            AnswerHeaders.on(response);
            ProblemType tooLarge = known == HttpStatus.BAD_REQUEST ? LargeHead.of(request, failure) : null;
            if (tooLarge == null) {
                problems.write(request, response, known);
            } else {
                problems.write(request, response, tooLarge, LargeHead.limits(request));
            }
            response.finishResponse();
        } catch (IOException | RuntimeException e) {
            LOG.debug("The caller went away before the error could be told", e);
        }
    }
}
