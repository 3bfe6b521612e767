package cn.dabiao.app.security;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.StrictHttpFirewall;

import cn.dabiao.api.problem.ProblemWriter;
import cn.dabiao.app.limits.RequestLimits;
import cn.dabiao.domain.people.Role;

/** Five rules: tokens on the API, the operator's on the figures, the UI, a few more public paths, and for the rest there is nothing. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String[] PUBLIC = {
        "/", "/v3/api-docs", "/v3/api-docs.yaml", "/v3/api-docs/**", "/swagger-ui.html"
    };
    private static final String METRICS = "/actuator/prometheus";
    private static final String[] MANAGEMENT = {"/actuator/health", "/actuator/health/**", METRICS};

    /** A request is observed as a whole; watching each filter by itself only costs. */
    @Bean
    SecurityObservationSettings unobservedFilters() {
        return SecurityObservationSettings.noObservations();
    }

    /** Its own rule for the characters of a header, without the regular expression that each header of each request paid. */
    @Bean
    StrictHttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderValues(
                value -> value.chars().allMatch(c -> Character.isDefined(c) && !Character.isISOControl(c)));
        return firewall;
    }

    @Bean
    SecurityProblems securityProblems(ProblemWriter writer) {
        return new SecurityProblems(writer);
    }

    @Bean
    @Order(10)
    SecurityFilterChain apiSecurity(
            HttpSecurity http,
            SecurityProblems problems,
            AccessProperties properties,
            CorsProperties cors,
            ProblemWriter writer,
            RequestLimits limits) {
        // The metadata is where the challenge of a 401 points to (RFC 9728); a filter of this chain answers it.
        return bearer(http.securityMatcher("/api/v1/**", "/.well-known/oauth-protected-resource"), problems, properties)
                .addFilter(CrossOrigin.filter(cors, writer))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .addFilterAfter(limits.ofCallers(), BearerTokenAuthenticationFilter.class)
                .build();
    }

    /** Whether we are well, everybody may ask; who shows the operator's token is told the details. */
    @Bean
    @Order(15)
    SecurityFilterChain managementSecurity(
            HttpSecurity http, SecurityProblems problems, AccessProperties properties, Environment environment) {
        boolean ownPort = ManagementPort.isOneOfItsOwn(environment);
        return bearer(http.securityMatcher(MANAGEMENT), problems, properties)
                .authorizeHttpRequests(requests -> {
                    if (!ownPort) {
                        requests.requestMatchers(METRICS).hasRole(Role.OPERATOR.name());
                    }
                    requests.anyRequest().permitAll();
                })
                .build();
    }

    @Bean
    @Order(19)
    SecurityFilterChain swaggerUiSecurity(HttpSecurity http, @Value("${dabiao.api.token-url}") String tokenUrl) {
        return stateless(http.securityMatcher("/swagger-ui/**"))
                .headers(AnswerHeaders.ofSwaggerUi(tokenUrl))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(20)
    SecurityFilterChain publicSecurity(HttpSecurity http) {
        return stateless(http.securityMatcher(PUBLIC))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** Answers 404 to everybody, whether or not a handler exists. */
    @Bean
    @Order(30)
    SecurityFilterChain nothingElse(HttpSecurity http, SecurityProblems problems) {
        return stateless(http)
                .authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
                .exceptionHandling(errors -> errors
                        .authenticationEntryPoint((request, response, e) -> problems.nothingThere(request, response))
                        .accessDeniedHandler((request, response, e) -> problems.nothingThere(request, response)))
                .build();
    }

    private static HttpSecurity bearer(HttpSecurity http, SecurityProblems problems, AccessProperties properties) {
        return stateless(http)
                .oauth2ResourceServer(server -> server
                        .bearerTokenResolver(new BearerTokens())
                        .authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems)
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(new CallerConverter(properties.claims()))))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(problems).accessDeniedHandler(problems));
    }

    private static HttpSecurity stateless(HttpSecurity http) {
        return http.csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(AnswerHeaders.ofData());
    }
}
