package cn.dabiao.app.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who may call what: a row for each operation, a column for each caller. A cell says {@code in} for whoever is served, or
 * with what they are refused. What is done once cannot be done again: whoever comes second and is told so was let in.
 */
final class MatrixTable {

    static final Path COMMITTED = Path.of("src", "test", "resources", "authorisation-matrix.csv");

    private static final String NOTHING = "-";

    private final List<String> callers;
    private final Map<String, Map<String, String>> rows = new TreeMap<>(
            Comparator.comparing((String row) -> row.substring(row.indexOf(' '))).thenComparing(row -> row));

    /** @param callers in the order of the columns */
    MatrixTable(List<String> callers) {
        this.callers = callers;
    }

    void put(String row, String caller, String cell) {
        rows.computeIfAbsent(row, _ -> new LinkedHashMap<>()).put(caller, cell);
    }

    List<String> rowNames() {
        return List.copyOf(rows.keySet());
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("operation," + String.join(",", callers));
        rows.forEach((row, cells) -> lines.add(row + ","
                + String.join(",", callers.stream().map(caller -> cells.getOrDefault(caller, NOTHING)).toList())));
        return lines;
    }

    void write() throws IOException {
        Files.writeString(COMMITTED, String.join("\n", lines()) + "\n");
    }

    static List<String> committed() throws IOException {
        return Files.readAllLines(COMMITTED);
    }
}
