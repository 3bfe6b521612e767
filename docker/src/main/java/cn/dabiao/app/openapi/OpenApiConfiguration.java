package cn.dabiao.app.openapi;

import java.util.List;

import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;

import cn.dabiao.api.school.SchoolFile;
import cn.dabiao.domain.assessment.Precondition;
import cn.dabiao.domain.people.Actor;

@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    static final String SCHEME = "oauth2";

    static {
        // Made of the token, of If-Match and of the body; nobody sends them as such.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class, Precondition.class, SchoolFile.class);
    }

    /** With a security scheme that lets Swagger UI fetch a token by client id and secret. */
    @Bean
    OpenAPI openApi(@Value("${dabiao.api.token-url}") String tokenUrl) {
        SecurityScheme scheme = new SecurityScheme()
                .type(SecurityScheme.Type.OAUTH2)
                .description("Client credentials. In the default, a demo client's secret is its id, e.g. office.")
                .flows(new OAuthFlows()
                        .clientCredentials(new OAuthFlow().tokenUrl(tokenUrl).scopes(new Scopes())));
        return new OpenAPI()
                .info(new Info()
                        .title("Dabiao 达标")
                        .version("v1")
                        .description(Texts.of("about")))
                .servers(List.of(new Server().url("/").description("The node that serves this document")))
                .tags(List.of(
                        tag("standards"), tag("campaigns"), tag("schools"), tag("inspectors"), tag("assessments"),
                        tag("evidence"), tag("feed"), tag("webhooks"), tag("ledger"), tag("projections"), tag("demo")))
                .components(new Components()
                        .addSecuritySchemes(SCHEME, scheme)
                        .addSchemas("Problem", ProblemSchema.problem())
                        .addSchemas("FieldError", ProblemSchema.fieldError()))
                .addSecurityItem(new SecurityRequirement().addList(SCHEME));
    }

    @Bean
    ModelConverter valueSchemas() {
        return new ValueSchemas();
    }

    @Bean
    ModelConverter requiredComponents() {
        return new RequiredProperties();
    }

    @Bean
    GlobalOperationCustomizer operationContract() {
        return new OperationContract();
    }

    @Bean
    GlobalOpenApiCustomizer descriptions() {
        return new Descriptions();
    }

    @Bean
    GlobalOpenApiCustomizer examples() {
        return new Examples();
    }

    private static Tag tag(String name) {
        return new Tag().name(name).description(Texts.of("tag." + name));
    }
}
