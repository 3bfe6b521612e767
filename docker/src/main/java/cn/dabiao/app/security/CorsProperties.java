package cn.dabiao.app.security;

import java.net.URI;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose pages may call the API from a browser.
 *
 * @param corsOrigins each a scheme, a host and a port that is not the scheme's own; none by default
 */
@ConfigurationProperties("dabiao.http")
record CorsProperties(@DefaultValue List<String> corsOrigins) {

    CorsProperties {
        corsOrigins = List.copyOf(corsOrigins);
        corsOrigins.forEach(CorsProperties::requireOrigin);
    }

    private static void requireOrigin(String origin) {
        // As a browser sends it: whatever is written otherwise would never match, and nobody would know why.
        if (!isOrigin(origin)) {
            throw new IllegalArgumentException(
                    "dabiao.http.cors-origins names each origin in full, like https://bi.example or http://localhost:3000, "
                            + "without a path or a wildcard, and not '" + origin + "'");
        }
    }

    private static boolean isOrigin(String text) {
        try {
            URI uri = URI.create(text);
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && text.equals(uri.getScheme() + "://" + uri.getHost() + port);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
