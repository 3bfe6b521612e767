package cn.dabiao.app.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;

import cn.dabiao.app.Caller;
import cn.dabiao.app.DabiaoTest;

@DabiaoTest
class TokenIssuingTest {

    @LocalServerPort
    private int port;

    private Caller caller = new Caller(0);

    @BeforeEach
    void callTheRunningServer() {
        caller = new Caller(port);
    }

    @ParameterizedTest
    @CsvSource({"office,OFFICE,320724", "leader,LEADER,320724", "auditor,AUDITOR,320724", "analyst,ANALYST,320724",
        "office-320723,OFFICE,320723"})
    void a_demo_client_gets_a_token_for_its_role_and_bureau(String clientId, String role, String bureau) {
        JsonNode claims = Caller.claims(caller.tokenOf(clientId));

        assertThat(claims.get("sub").asString()).isEqualTo(clientId);
        assertThat(claims.get("iss").asString()).isEqualTo("http://localhost:8080");
        assertThat(claims.get("aud").toString()).contains("dabiao");
        assertThat(claims.get("roles").toString()).isEqualTo("[\"" + role + "\"]");
        assertThat(claims.get("bureau").asString()).isEqualTo(bureau);
        assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isEqualTo(3600);
    }

    @Test
    void the_operator_belongs_to_no_bureau() {
        assertThat(Caller.claims(caller.tokenOf("operator")).has("bureau")).isFalse();
    }

    @Test
    void the_secret_may_come_in_the_form_as_swagger_ui_sends_it() {
        HttpResponse<String> response = caller.post(
                "/oauth2/token", "grant_type=client_credentials&client_id=office&client_secret=office");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Cache-Control")).hasValueSatisfying(v -> assertThat(v)
                .contains("no-store"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "school-2132072401", "inspector-i-01", "operator-320723", "office-32072", ""})
    void an_identity_that_is_not_registered_gets_invalid_client(String clientId) {
        HttpResponse<String> response = caller.requestToken(clientId, clientId);

        assertThat(response.statusCode()).isBetween(400, 401);
        assertThat(Caller.json(response).get("error").asString()).startsWith("invalid_");
    }

    @Test
    void a_wrong_secret_gets_invalid_client_and_a_challenge() {
        HttpResponse<String> response = caller.requestToken("office", "leader");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(Caller.json(response).get("error").asString()).isEqualTo("invalid_client");
        assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Basic realm=\"dabiao\"");
    }

    @Test
    void no_credentials_at_all_get_the_same_answer() {
        HttpResponse<String> response = caller.post("/oauth2/token", "grant_type=client_credentials");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(Caller.json(response).get("error").asString()).isEqualTo("invalid_client");
    }

    @Test
    void another_grant_is_not_supported() {
        HttpResponse<String> response =
                caller.post("/oauth2/token", "grant_type=password&client_id=office&client_secret=office");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Caller.json(response).get("error").asString()).isEqualTo("unsupported_grant_type");
    }

    @Test
    void the_published_keys_are_public_only() {
        assertThat(caller.get("/oauth2/jwks").body()).contains("\"n\":").doesNotContain("\"d\":");
    }

    @Test
    void the_metadata_announces_only_what_is_served() {
        JsonNode metadata = Caller.json(caller.get("/.well-known/oauth-authorization-server"));

        assertThat(metadata.get("grant_types_supported").toString()).isEqualTo("[\"client_credentials\"]");
        assertThat(metadata.has("introspection_endpoint")).isFalse();
    }
}
