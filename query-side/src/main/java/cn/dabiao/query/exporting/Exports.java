package cn.dabiao.query.exporting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Semaphore;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cn.dabiao.api.Page;
import cn.dabiao.api.RequestIds;
import cn.dabiao.api.export.ColumnTexts;
import cn.dabiao.api.export.Sheet;
import cn.dabiao.api.export.Table;
import cn.dabiao.api.problem.ExportsBusy;
import cn.dabiao.person.Persons;
import cn.dabiao.query.exporting.Export.From;
import cn.dabiao.query.exporting.Export.Pages;
import cn.dabiao.query.reading.Reads;

/**
 * Makes exports, so many at once, each in one snapshot and in no more memory than a page of its list takes. One of a past
 * moment is read at once instead, in the memory that folding the list takes anyway.
 */
final class Exports {

    private static final Logger LOG = LoggerFactory.getLogger(Exports.class);
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    /** More than a page of JSON may hold: what each page costs beside its rows is paid less often. */
    private static final int ROWS = 1000;
    /** More than any list has; one more can still be counted. */
    private static final int ALL = Integer.MAX_VALUE - 1;

    private final Reads reads;
    private final ExportSettings settings;
    private final Clock clock;
    private final Persons persons;
    private final Semaphore permits;

    Exports(Reads reads, ExportSettings settings, Clock clock, Persons persons) {
        this.reads = reads;
        this.settings = settings;
        this.clock = clock;
        this.persons = persons;
        this.permits = new Semaphore(settings.concurrent());
    }

    /**
     * Sends the whole table, or fails: before the first byte as any read does, later by whatever broke it off.
     *
     * @throws ExportsBusy when others are at it already
     */
    void send(Export export, From from, Pages pages) throws Exception {
        if (!permits.tryAcquire()) {
            throw new ExportsBusy(settings.concurrent());
        }
        try {
            long begun = System.nanoTime();
            if (export.isOfPast()) {
                // Folded from the ledger, which never changes: it needs no snapshot, and would read on a second connection
                // beside it. All in one page, for it is folded anew for each, and as a whole.
                sendFrom(export, from, pages, ALL, begun);
                return;
            }
            if (export.waitsForPosition()) {
                // In vain within the snapshot, which stays where it is.
                pages.page(1, from.cursor());
            }
            reads.inOneSnapshot(() -> {
                sendFrom(export, from, pages, ROWS, begun);
                return begun;
            });
        } finally {
            permits.release();
        }
    }

    private void sendFrom(Export export, From from, Pages pages, int rows, long begun) throws Exception {
        Page<?> first = pages.page(export.isBounded() ? from.limit() : rows, from.cursor());
        Line line = new Line(
                export.begun(first.position(), LocalDate.now(clock.withZone(BEIJING))), begun, settings.maxDuration());
        if (export.isForHeadersAlone()) {
            return;
        }
        try {
            sendRows(export, first, pages, line);
        } catch (IOException | UncheckedIOException e) {
            if (!line.isBroken()) {
                throw e;
            }
            LOG.debug("the caller of request {} went away", RequestIds.of(export.request()), e);
        }
    }

    private void sendRows(Export export, Page<?> first, Pages pages, Line line) throws Exception {
        ColumnTexts texts = export.texts().opening(persons::shown);
        Table table = Table.of(export.list().rowType());
        Sheet sheet = export.format().begin(line, texts.title(export.list().name()), table, texts);
        Page<?> page = first;
        while (true) {
            for (Object row : page.items()) {
                sheet.row(table.cells(row, texts));
            }
            sheet.flush();
            if (page.nextCursor() == null || export.isBounded()) {
                break;
            }
            page = pages.page(ROWS, page.nextCursor());
        }
        sheet.finish();
        line.flush();
    }
}
