package cn.dabiao.app.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a token must say.
 *
 * @param audience must be among the token's {@code aud}
 * @param claims   under which names the issuer says who the caller is
 */
@ConfigurationProperties("dabiao.security")
record AccessProperties(@DefaultValue("dabiao") String audience, @DefaultValue ClaimNames claims) {

    /** Names of claims; a dot leads into a nested claim, as in Keycloak's {@code realm_access.roles}. */
    record ClaimNames(
            @DefaultValue("roles") String roles,
            @DefaultValue("bureau") String bureau,
            @DefaultValue("school") String school,
            @DefaultValue("inspector") String inspector) {}
}
