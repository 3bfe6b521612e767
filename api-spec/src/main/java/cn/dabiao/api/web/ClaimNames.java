package cn.dabiao.api.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The names under which the issuer's tokens tell roles, bureau, school and inspector. */
@ConfigurationProperties("dabiao.security.claims")
public record ClaimNames(
        @DefaultValue("roles") String roles,
        @DefaultValue("bureau") String bureau,
        @DefaultValue("school") String school,
        @DefaultValue("inspector") String inspector) {}
