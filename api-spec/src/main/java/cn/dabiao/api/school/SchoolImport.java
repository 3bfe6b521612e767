package cn.dabiao.api.school;

import java.util.List;

/**
 * What an import did, or would do.
 *
 * @param rows      every row of the file that is not blank, in the file's order
 * @param register  how many rows are a new school
 * @param update    how many rows say something new of a school
 * @param unchanged how many rows say what the register says already
 * @param refused   how many rows are not as they have to be
 * @param position  the ledger position that the import reached, or by which the rows were judged
 */
public record SchoolImport(
        boolean dryRun,
        boolean partial,
        List<SchoolImportRow> rows,
        int register,
        int update,
        int unchanged,
        int refused,
        long position) {

    public SchoolImport {
        rows = List.copyOf(rows);
    }
}
