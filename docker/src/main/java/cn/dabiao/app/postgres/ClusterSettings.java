package cn.dabiao.app.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The server's parameters, written anew at every start into a file that {@code postgresql.conf} includes. */
final class ClusterSettings {

    static final String FILE = "dabiao.conf";

    private ClusterSettings() {}

    static void includeFrom(Path postgresqlConf) throws IOException {
        Files.writeString(postgresqlConf, Files.readString(postgresqlConf) + "\ninclude_if_exists = '" + FILE + "'\n");
    }

    static void write(Path file, int port, Map<String, String> overrides) throws IOException {
        Map<String, String> settings = new TreeMap<>(Map.ofEntries(
                Map.entry("listen_addresses", "127.0.0.1"),
                Map.entry("unix_socket_directories", ""),
                Map.entry("max_connections", "100"),
                Map.entry("shared_buffers", "256MB"),
                Map.entry("timezone", "UTC"),
                // A write that was answered 201 must still be there after a power cut.
                Map.entry("fsync", "on"),
                Map.entry("synchronous_commit", "on"),
                Map.entry("full_page_writes", "on"),
                Map.entry("logging_collector", "on"),
                Map.entry("log_timezone", "UTC"),
                Map.entry("log_filename", "postgresql-%a.log"),
                Map.entry("log_rotation_age", "1d"),
                Map.entry("log_truncate_on_rotation", "on")));
        settings.putAll(overrides);
        settings.put("port", Integer.toString(port));
        Files.writeString(
                file,
                settings.entrySet().stream()
                        .map(e -> e.getKey() + " = '" + e.getValue().replace("'", "''") + "'\n")
                        .collect(Collectors.joining()));
    }
}
