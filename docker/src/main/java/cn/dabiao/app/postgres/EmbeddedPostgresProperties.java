package cn.dabiao.app.postgres;

import java.nio.file.Path;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the embedded PostgreSQL.
 *
 * @param port        the port on 127.0.0.1; 0 picks a free one at every start
 * @param binariesDir where the server is unpacked; by default {@code postgres-binaries} in the data directory
 * @param settings    parameters of {@code postgresql.conf} that win over ours
 */
@ConfigurationProperties("dabiao.postgres")
record EmbeddedPostgresProperties(
        @DefaultValue("0") int port, @Nullable Path binariesDir, @DefaultValue Map<String, String> settings) {}
