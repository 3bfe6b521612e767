package cn.dabiao.command.school.importing;

import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.dabiao.api.problem.RowsRefusedException;
import cn.dabiao.api.school.SchoolFile;
import cn.dabiao.api.school.SchoolImport;
import cn.dabiao.api.school.SchoolImportRow.Outcome;
import cn.dabiao.command.Bureaus;
import cn.dabiao.command.Request;
import cn.dabiao.command.school.SchoolWriter;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolFacts;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.ledger.LedgerReader;
import cn.dabiao.ledger.once.KeyedRequest;
import cn.dabiao.person.Owner;
import cn.dabiao.person.Persons;

/** Imports schools from a file: reads it, says what is to become of each row, and has that written. */
@Component
public class SchoolImporter {

    private final SchoolWriter schools;
    private final LedgerReader ledger;
    private final ImportSettings settings;
    private final Persons persons;

    SchoolImporter(SchoolWriter schools, LedgerReader ledger, ImportSettings settings, Persons persons) {
        this.schools = schools;
        this.ledger = ledger;
        this.settings = settings;
        this.persons = persons;
    }

    /** @param partial whether the good rows are written even if others are not good */
    public record Wish(boolean dryRun, boolean partial, @Nullable Charset charset, @Nullable Reason reason) {}

    public SchoolImport importFrom(SchoolFile file, Wish wish, Request request, Locale locale) {
        KeyedRequest keyed = KeyedRequest.current();
        if (keyed != null) {
            keyed.namesPersons();
        }
        BureauCode bureau = Bureaus.of(request.actor());
        List<Line> lines = new FileReader(settings).read(file, wish.charset());
        Header header = Header.of(lines, locale);
        List<ReadRow> read = sealed(
                lines.stream().skip(1).map(line -> RowReader.read(header, line, locale)).toList());
        List<SchoolCode> codes = read.stream()
                .flatMap(row -> Stream.ofNullable(row.schoolCode()))
                .distinct()
                .toList();
        long judgedAt = ledger.head().orElse(-1);
        List<PlannedRow> planned = ImportPlan.of(read, Register.of(ledger.schoolEvents(codes)), bureau, locale);
        SchoolImport judged = answer(planned, wish, judgedAt);
        if (wish.dryRun()) {
            return judged;
        }
        if (judged.refused() > 0 && !wish.partial()) {
            throw new RowsRefusedException(facts(judged));
        }
        ImportWriter writer = new ImportWriter(schools, request, wish.reason(), locale);
        List<PlannedRow> written = writer.write(withPersonsKnown(planned), settings.writers());
        return answer(written, wish, Math.max(judgedAt, writer.last()));
    }

    /** As they are stored, so that a row that brings nothing new is seen to; a file that is refused makes nobody known. */
    private List<ReadRow> sealed(List<ReadRow> rows) {
        Map<Owner, SchoolFacts> sealed = persons.sealKnown(facts(rows.stream()));
        return rows.stream().map(row -> row.of(sealed)).toList();
    }

    /** Everybody in what is to be written, at once: by itself, each row would look up its own. */
    private List<PlannedRow> withPersonsKnown(List<PlannedRow> rows) {
        Map<Owner, SchoolFacts> sealed =
                persons.seal(facts(rows.stream().filter(PlannedRow::writes).map(PlannedRow::read)));
        return rows.stream().map(row -> row.of(sealed)).toList();
    }

    private static Map<Owner, SchoolFacts> facts(Stream<ReadRow> rows) {
        Map<Owner, SchoolFacts> facts = new LinkedHashMap<>();
        rows.forEach(row -> {
            if (row.schoolCode() != null && row.facts() != null) {
                facts.put(Owner.of(row.schoolCode()), row.facts());
            }
        });
        return facts;
    }

    private SchoolImport answer(List<PlannedRow> rows, Wish wish, long position) {
        return new SchoolImport(
                wish.dryRun(),
                wish.partial(),
                rows.stream().map(row -> row.shown(persons::shown)).toList(),
                count(rows, Outcome.REGISTER),
                count(rows, Outcome.UPDATE),
                count(rows, Outcome.UNCHANGED),
                count(rows, Outcome.REFUSED),
                position);
    }

    private static int count(List<PlannedRow> rows, Outcome outcome) {
        return Math.toIntExact(rows.stream().filter(row -> row.outcome() == outcome).count());
    }

    /** The problem has the members of the answer, so that a front end shows both alike. */
    private static Map<String, ?> facts(SchoolImport judged) {
        return Map.of(
                "dryRun", judged.dryRun(),
                "partial", judged.partial(),
                "rows", judged.rows(),
                "register", judged.register(),
                "update", judged.update(),
                "unchanged", judged.unchanged(),
                "refused", judged.refused(),
                "position", judged.position());
    }
}
