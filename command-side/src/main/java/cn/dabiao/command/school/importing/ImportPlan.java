package cn.dabiao.command.school.importing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import cn.dabiao.api.problem.FieldError;
import cn.dabiao.api.school.SchoolImportRow.Outcome;
import cn.dabiao.command.school.importing.Register.Entry;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.refusal.RefusedException;
import cn.dabiao.domain.school.School;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolFacts;
import cn.dabiao.domain.value.BureauCode;

/** Says of each row of a file what is to become of it. */
final class ImportPlan {

    private final Register register;
    private final BureauCode bureau;
    private final Locale locale;
    /** The rows in which a code stands. */
    private final Map<SchoolCode, List<Integer>> rows;

    private ImportPlan(List<ReadRow> read, Register register, BureauCode bureau, Locale locale) {
        this.register = register;
        this.bureau = bureau;
        this.locale = locale;
        this.rows = read.stream()
                .filter(row -> row.schoolCode() != null)
                .collect(Collectors.groupingBy(
                        ReadRow::schoolCode, Collectors.mapping(ReadRow::row, Collectors.toList())));
    }

    static List<PlannedRow> of(List<ReadRow> read, Register register, BureauCode bureau, Locale locale) {
        ImportPlan plan = new ImportPlan(read, register, bureau, locale);
        return read.stream().map(plan::planned).toList();
    }

    private PlannedRow planned(ReadRow row) {
        SchoolCode code = row.schoolCode();
        SchoolFacts facts = row.facts();
        if (code == null || facts == null) {
            return PlannedRow.refused(row, row.errors());
        }
        List<Integer> others = rows.getOrDefault(code, List.of()).stream()
                .filter(each -> each != row.row())
                .toList();
        if (!others.isEmpty()) {
            // Which of them is right, nobody can say here.
            return PlannedRow.refused(row, List.of(FieldError.of(
                    Column.SCHOOL_CODE.key(), row.code(), "repeated-row", Map.of("rows", others), locale)));
        }
        return register.of(code)
                .map(entry -> known(row, facts, entry))
                .orElseGet(() -> PlannedRow.of(row, Outcome.REGISTER));
    }

    private PlannedRow known(ReadRow row, SchoolFacts facts, Entry entry) {
        School school = entry.school();
        PlannedRow unchanged = PlannedRow.of(row, Outcome.UNCHANGED);
        if (!school.bureau().equals(bureau)) {
            return unchanged.refused(new Refusal.AnotherBureau(Thing.SCHOOL, row.code()), locale);
        }
        try {
            school.requireOpen();
        } catch (RefusedException e) {
            return unchanged.refused(e.refusal(), locale);
        }
        return school.facts().equals(facts)
                ? unchanged
                : PlannedRow.update(row, school.facts(), facts, entry.version());
    }
}
