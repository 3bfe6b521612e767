package cn.dabiao.app;

import java.util.Arrays;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Import;

import cn.dabiao.app.cli.Verify;
import cn.dabiao.command.CommandSideConfiguration;
import cn.dabiao.query.QuerySideConfiguration;

/**
 * Starts the distribution; with {@code verify} as first argument, its verifier alone and without Spring.
 *
 * <p>The authorization server of Boot is left out because it would bring a signing key and a decoder for it
 * even when the issuer is an external one; the error page of Boot is left out because it does not answer
 * problem documents.
 */
@SpringBootApplication(
        scanBasePackages = {"cn.dabiao.app", "cn.dabiao.api"},
        exclude = {
            OAuth2AuthorizationServerAutoConfiguration.class,
            OAuth2AuthorizationServerJwtAutoConfiguration.class,
            ErrorMvcAutoConfiguration.class
        })
@ConfigurationPropertiesScan("cn.dabiao")
@Import({CommandSideConfiguration.class, QuerySideConfiguration.class})
public class DabiaoApplication {

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals(Verify.NAME)) {
            System.exit(Verify.run(Arrays.copyOfRange(args, 1, args.length)));
        }
        // Axon would print an advertisement at every start; it reads nothing but this system property.
        System.setProperty("disable-axoniq-console-message", "true");
        SpringApplication.run(DabiaoApplication.class, args);
    }
}
