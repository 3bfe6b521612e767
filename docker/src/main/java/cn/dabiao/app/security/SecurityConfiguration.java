package cn.dabiao.app.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;

import cn.dabiao.api.problem.ProblemWriter;


/** Three rules: tokens on the API, a few public paths, and for the rest there is nothing. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String[] PUBLIC = {
        "/", "/v3/api-docs", "/v3/api-docs.yaml", "/v3/api-docs/**", "/swagger-ui.html", "/swagger-ui/**",
        "/actuator/health", "/actuator/health/**"
    };

    /** A request is observed as a whole; watching each filter by itself only costs. */
    @Bean
    SecurityObservationSettings unobservedFilters() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityProblems securityProblems(ProblemWriter writer) {
        return new SecurityProblems(writer);
    }

    @Bean
    @Order(10)
    SecurityFilterChain apiSecurity(HttpSecurity http, SecurityProblems problems, AccessProperties properties) {
        // The metadata is where the challenge of a 401 points to (RFC 9728); a filter of this chain answers it.
        return stateless(http.securityMatcher("/api/v1/**", "/.well-known/oauth-protected-resource"))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .oauth2ResourceServer(server -> server
                        .authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems)
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(new CallerConverter(properties.claims()))))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(problems).accessDeniedHandler(problems))
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

    private static HttpSecurity stateless(HttpSecurity http) {
        return http.csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(Customizer.withDefaults());
    }
}
