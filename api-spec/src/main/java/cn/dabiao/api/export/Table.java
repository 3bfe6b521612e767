package cn.dabiao.api.export;

import java.util.Arrays;
import java.util.List;

/** The columns that the rows of a list have, in the order of the record's components. */
public final class Table {

    private final Class<?> rowType;
    private final List<Column> columns;

    private Table(Class<?> rowType, List<Column> columns) {
        this.rowType = rowType;
        this.columns = columns;
    }

    /** @param rowType a record, as every row of a list is */
    public static Table of(Class<?> rowType) {
        return new Table(
                rowType,
                Arrays.stream(rowType.getRecordComponents())
                        .flatMap(component -> Column.of(List.of(), component))
                        .toList());
    }

    List<Column> columns() {
        return columns;
    }

    /** One for each column. */
    List<String> headers(ColumnTexts texts) {
        return columns.stream().map(column -> header(column, texts)).toList();
    }

    String header(Column column, ColumnTexts texts) {
        return texts.header(rowType, column.name());
    }

    /** A row's cells, one for each column. */
    public List<Cell> cells(Object row, ColumnTexts texts) {
        return columns.stream().map(column -> texts.cell(column.valueOf(row))).toList();
    }
}
