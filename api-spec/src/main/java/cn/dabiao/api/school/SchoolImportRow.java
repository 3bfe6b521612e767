package cn.dabiao.api.school;

import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.dabiao.api.problem.FieldError;

/**
 * What becomes of one row of a file.
 *
 * @param row        its number in the file, as a spreadsheet counts: the column names are in row 1
 * @param schoolCode what stands there as the school's code; null when nothing does
 * @param name       what stands there as the school's name; null when nothing does
 * @param changes    what an UPDATE changes
 * @param errors     why it is REFUSED; a field is named as the column is, in English
 */
public record SchoolImportRow(
        int row,
        @Nullable String schoolCode,
        @Nullable String name,
        Outcome outcome,
        List<Change> changes,
        List<FieldError> errors) {

    public SchoolImportRow {
        changes = List.copyOf(changes);
        errors = List.copyOf(errors);
    }

    /** What becomes of a row. */
    public enum Outcome {
        REGISTER,
        UPDATE,
        UNCHANGED,
        REFUSED
    }

    /**
     * A field of the register that gets another value.
     *
     * @param field the column's English name, e.g. {@code principalPhone}
     */
    public record Change(String field, String before, String after) {}
}
