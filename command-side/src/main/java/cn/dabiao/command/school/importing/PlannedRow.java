package cn.dabiao.command.school.importing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import cn.dabiao.api.problem.FieldError;
import cn.dabiao.api.school.SchoolImportRow;
import cn.dabiao.api.school.SchoolImportRow.Change;
import cn.dabiao.api.school.SchoolImportRow.Outcome;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.school.SchoolFacts;
import cn.dabiao.domain.school.SchoolField;
import cn.dabiao.domain.value.InvalidValue;
import cn.dabiao.person.Owner;

/**
 * What is to become of a row.
 *
 * @param version of the school that an update rests on; 0 for all else
 */
record PlannedRow(ReadRow read, Outcome outcome, long version, List<Change> changes, List<FieldError> errors) {

    static PlannedRow of(ReadRow read, Outcome outcome) {
        return new PlannedRow(read, outcome, 0, List.of(), List.of());
    }

    static PlannedRow update(ReadRow read, SchoolFacts before, SchoolFacts after, long version) {
        List<Change> changes = SchoolField.changed(before, after).stream()
                .map(field -> new Change(field.key(), text(field.of(before)), text(field.of(after))))
                .toList();
        return new PlannedRow(read, Outcome.UPDATE, version, changes, List.of());
    }

    static PlannedRow refused(ReadRow read, List<FieldError> errors) {
        return new PlannedRow(read, Outcome.REFUSED, 0, List.of(), errors);
    }

    /** What the rest of the register, or somebody who wrote in between, has against the row's school. */
    PlannedRow refused(Refusal refusal, Locale locale) {
        return refused(read, List.of(FieldError.of(Column.SCHOOL_CODE.key(), read.code(), refusal, locale)));
    }

    /** The same, saying of its school what is said here, if anything is. */
    PlannedRow of(Map<Owner, SchoolFacts> sealed) {
        return new PlannedRow(read.of(sealed), outcome, version, changes, errors);
    }

    boolean writes() {
        return outcome == Outcome.REGISTER || outcome == Outcome.UPDATE;
    }

    /** @param opening of what is sealed in the changes */
    SchoolImportRow shown(UnaryOperator<String> opening) {
        List<Change> opened = changes.stream()
                .map(each -> new Change(each.field(), opening.apply(each.before()), opening.apply(each.after())))
                .toList();
        return new SchoolImportRow(read.row(), shown(read.code()), shown(read.name()), outcome, opened, errors);
    }

    private static @Nullable String shown(String cell) {
        return cell.isEmpty() ? null : InvalidValue.printable(cell);
    }

    private static String text(Object value) {
        return value instanceof Enum<?> constant ? constant.name() : value.toString();
    }
}
