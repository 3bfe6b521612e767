package cn.dabiao.app;

import java.util.ArrayList;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

import cn.dabiao.app.data.DataDirectory;
import cn.dabiao.app.identity.EmbeddedIssuer;
import cn.dabiao.app.postgres.EmbeddedDatabase;

/** Says loudly when a default is in use that no bureau may rely on. */
@Component
class TryingOutNotice {

    private static final Logger LOG = LoggerFactory.getLogger(TryingOutNotice.class);

    private final Environment environment;
    private final DabiaoProperties properties;
    private final DataDirectory data;

    TryingOutNotice(Environment environment, DabiaoProperties properties, DataDirectory data) {
        this.environment = environment;
        this.properties = properties;
        this.data = data;
    }

    @EventListener(ApplicationReadyEvent.class)
    void tell() {
        boolean issuer = EmbeddedIssuer.isActive(environment);
        boolean database = EmbeddedDatabase.isActive(environment);
        if (!issuer && !database) {
            return;
        }
        List<String> lines = new ArrayList<>();
        lines.add("FOR TRYING OUT ONLY  仅供试用  -  role " + properties.role());
        if (issuer) {
            lines.add("Demo identities, secret = client id; therefore loopback only.");
            lines.add("  For real use: spring.security.oauth2.resourceserver.jwt.issuer-uri");
        }
        if (database) {
            lines.add("Embedded PostgreSQL in " + data.path() + ", without backup or replica.");
            lines.add("  For real use: spring.datasource.url");
        }
        String port = environment.getProperty("local.server.port", "8080");
        lines.add("Try it: http://localhost:" + port + "/swagger-ui.html");
        String rule = "*".repeat(78);
        LOG.warn("\n\n{}\n*\n*  {}\n*\n{}\n", rule, String.join("\n*  ", lines), rule);
    }
}
