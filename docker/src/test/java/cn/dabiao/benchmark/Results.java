package cn.dabiao.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

/** The samples of all rounds, and the median of each. */
final class Results {

    private record Measured(String name, int clients, int events) {}

    private final Map<Measured, List<Sample>> samples = new LinkedHashMap<>();

    void add(Contender contender, int clients, Sample sample) {
        add(contender.name(), contender.events(), clients, sample);
    }

    void add(String name, int events, int clients, Sample sample) {
        samples.computeIfAbsent(new Measured(name, clients, events), _ -> new ArrayList<>()).add(sample);
    }

    String table() {
        StringBuilder table = new StringBuilder("%n%-44s %8s %12s %10s %10s %10s%n"
                .formatted("", "clients", "events/s", "p50 ms", "p99 ms", "CPU µs"));
        samples.forEach((measured, all) -> {
            Sample median = median(all);
            table.append("%-44s %8d %,12.0f %10.2f %10.2f %10.0f%n".formatted(
                    measured.name(), measured.clients(), median.perSecond() * measured.events(),
                    median.p50Micros() / 1e3, median.p99Micros() / 1e3, median.cpuMicros()));
        });
        return table.toString();
    }

    void writeTo(Path json) throws IOException {
        List<Map<String, Object>> rows = new ArrayList<>();
        samples.forEach((measured, all) -> {
            Sample median = median(all);
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("name", measured.name());
            row.put("clients", measured.clients());
            row.put("eventsPerSecond", Math.round(median.perSecond() * measured.events()));
            row.put("p50Micros", median.p50Micros());
            row.put("p99Micros", median.p99Micros());
            row.put("cpuMicros", Math.round(median.cpuMicros()));
            row.put("rounds", all.stream().map(each -> Math.round(each.perSecond() * measured.events())).toList());
            rows.add(row);
        });
        Files.createDirectories(json.toAbsolutePath().resolveSibling("."));
        Files.write(json, JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsBytes(rows));
    }

    private static Sample median(List<Sample> all) {
        return all.stream().sorted(Comparator.comparingDouble(Sample::perSecond)).toList().get(all.size() / 2);
    }
}
