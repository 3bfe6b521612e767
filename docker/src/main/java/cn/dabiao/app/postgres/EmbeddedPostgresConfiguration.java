package cn.dabiao.app.postgres;

import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

import cn.dabiao.app.data.DataDirectory;

@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedDatabase.class)
class EmbeddedPostgresConfiguration {

    /** Closed after the connection pool, which depends on it through the connection details. */
    @Bean(destroyMethod = "close")
    EmbeddedPostgres embeddedPostgres(DataDirectory data, EmbeddedPostgresProperties properties) {
        return EmbeddedPostgres.start(data, properties);
    }

    /** The account that the application runs under. */
    @Bean
    JdbcConnectionDetails embeddedPostgresConnectionDetails(EmbeddedPostgres postgres) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return ApplicationDatabase.RUNNING;
            }

            @Override
            public String getPassword() {
                return postgres.passwords().running();
            }

            @Override
            public String getJdbcUrl() {
                return postgres.jdbcUrl(ApplicationDatabase.NAME);
            }
        };
    }

    /** The account that migrates. */
    @Bean
    FlywayConnectionDetails embeddedPostgresOwner(EmbeddedPostgres postgres) {
        return new FlywayConnectionDetails() {
            @Override
            public String getUsername() {
                return ApplicationDatabase.NAME;
            }

            @Override
            public String getPassword() {
                return postgres.passwords().owner();
            }

            @Override
            public String getJdbcUrl() {
                return postgres.jdbcUrl(ApplicationDatabase.NAME);
            }
        };
    }
}
