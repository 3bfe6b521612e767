package cn.dabiao.command.school.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

import cn.dabiao.api.RequestIds;
import cn.dabiao.api.Written;
import cn.dabiao.api.school.SchoolImportRow.Outcome;
import cn.dabiao.command.Request;
import cn.dabiao.command.school.SchoolWriter;
import cn.dabiao.domain.assessment.Precondition;
import cn.dabiao.domain.refusal.RefusedException;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolFacts;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.ledger.once.KeyedRequest;

/**
 * Writes the rows of an import, each by its own command, many at a time: the ledger commits those together that come
 * together. A row that somebody else has overtaken is refused and spoils no other.
 */
final class ImportWriter {

    private final SchoolWriter schools;
    private final Request request;
    private final @Nullable Reason reason;
    private final Locale locale;
    private final AtomicLong last = new AtomicLong(-1);
    private final AtomicBoolean failed = new AtomicBoolean();

    ImportWriter(SchoolWriter schools, Request request, @Nullable Reason reason, Locale locale) {
        this.schools = schools;
        this.request = request;
        this.reason = reason;
        this.locale = locale;
    }

    /** Where the last event of the import stands; -1 when it wrote none. */
    long last() {
        return last.get();
    }

    /** What became of the rows. When the ledger fails, it says so for all of them: sent again, the rest is written. */
    List<PlannedRow> write(List<PlannedRow> rows, int writers) {
        String requestId = MDC.get(RequestIds.LOG_KEY);
        KeyedRequest request = KeyedRequest.current();
        List<Future<PlannedRow>> futures = new ArrayList<>(rows.size());
        try (ExecutorService executor =
                Executors.newFixedThreadPool(writers, Thread.ofVirtual().factory())) {
            for (int number = 0; number < rows.size(); number++) {
                PlannedRow row = rows.get(number);
                KeyedRequest ofRow = request == null ? null : request.at(number);
                futures.add(executor.submit(() -> written(row, ofRow, requestId)));
            }
        }
        return futures.stream().map(ImportWriter::outcome).toList();
    }

    /** @param ofRow the import's request in the place of this row, if it has a key */
    private PlannedRow written(PlannedRow row, @Nullable KeyedRequest ofRow, @Nullable String requestId) {
        if (!row.writes() || failed.get()) {
            return row;
        }
        try (MDC.MDCCloseable _ = MDC.putCloseable(RequestIds.LOG_KEY, requestId)) {
            Written written = ofRow == null ? send(row) : ofRow.around(() -> send(row));
            last.accumulateAndGet(written.position(), Math::max);
            return row;
        } catch (RefusedException e) {
            return row.refused(e.refusal(), locale);
        } catch (RuntimeException e) {
            failed.set(true);
            throw e;
        }
    }

    private Written send(PlannedRow row) {
        SchoolCode code = Objects.requireNonNull(row.read().schoolCode());
        SchoolFacts facts = Objects.requireNonNull(row.read().facts());
        if (row.outcome() == Outcome.REGISTER) {
            return schools.register(code, facts, request);
        }
        Precondition seen = Precondition.of(Long.toString(row.version()));
        return schools.update(code, facts, reason, new Request(request.actor(), request.at(), seen));
    }

    private static PlannedRow outcome(Future<PlannedRow> row) {
        try {
            return row.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
