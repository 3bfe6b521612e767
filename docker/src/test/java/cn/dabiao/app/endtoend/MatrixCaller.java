package cn.dabiao.app.endtoend;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/**
 * Who calls: a column of the authorisation matrix.
 *
 * @param token  null for whoever has none
 * @param hidden what must stand in no answer to them
 */
record MatrixCaller(String name, @Nullable String token, List<String> hidden) {

    static final String BUREAU = "320770";
    static final String ANOTHER_BUREAU = "320771";

    /** What stands in the one school's data, the other school's, the bureau's, and the other bureau's. */
    static final String SCHOOLS = "甲密";
    static final String OTHER_SCHOOLS = "乙密";
    static final String BUREAUS = "甲局";
    static final String ANOTHER_BUREAUS = "丙密";

    private static final List<String> ALL = List.of(SCHOOLS, OTHER_SCHOOLS, BUREAUS, ANOTHER_BUREAUS);
    private static final List<String> NOT_OF_ANOTHER = List.of(SCHOOLS, OTHER_SCHOOLS, BUREAUS);

    /**
     * In the order in which they call: whoever must not come first, and who may decide an appeal last, so that they have
     * taken no part before. The inspector of the other bureau has the id of the one that was drawn: each bureau numbers its
     * own.
     */
    static List<MatrixCaller> all(RSAKey key) {
        return List.of(
                new MatrixCaller("nobody", null, ALL),
                of(key, "school-b", ANOTHER_BUREAU, "SCHOOL", Map.of("school", MatrixCounty.ANOTHER_BUREAUS_SCHOOL), NOT_OF_ANOTHER),
                of(key, "inspector-b", ANOTHER_BUREAU, "INSPECTOR", Map.of("inspector", "mx-1"), NOT_OF_ANOTHER),
                of(key, "analyst-b", ANOTHER_BUREAU, "ANALYST", Map.of(), NOT_OF_ANOTHER),
                of(key, "auditor-b", ANOTHER_BUREAU, "AUDITOR", Map.of(), NOT_OF_ANOTHER),
                of(key, "office-b", ANOTHER_BUREAU, "OFFICE", Map.of(), NOT_OF_ANOTHER),
                of(key, "leader-b", ANOTHER_BUREAU, "LEADER", Map.of(), NOT_OF_ANOTHER),
                of(key, "operator", null, "OPERATOR", Map.of(), ALL),
                of(key, "other-school", BUREAU, "SCHOOL", Map.of("school", MatrixCounty.OTHER_SCHOOL),
                        List.of(SCHOOLS, ANOTHER_BUREAUS)),
                of(key, "school", BUREAU, "SCHOOL", Map.of("school", MatrixCounty.SCHOOL),
                        List.of(OTHER_SCHOOLS, ANOTHER_BUREAUS)),
                of(key, "other-inspector", BUREAU, "INSPECTOR", Map.of("inspector", "mx-3"),
                        List.of(SCHOOLS, OTHER_SCHOOLS, ANOTHER_BUREAUS)),
                of(key, "inspector", BUREAU, "INSPECTOR", Map.of("inspector", "mx-1"),
                        List.of(OTHER_SCHOOLS, ANOTHER_BUREAUS)),
                of(key, "analyst", BUREAU, "ANALYST", Map.of(), List.of(ANOTHER_BUREAUS)),
                of(key, "auditor", BUREAU, "AUDITOR", Map.of(), List.of(ANOTHER_BUREAUS)),
                of(key, "office", BUREAU, "OFFICE", Map.of(), List.of(ANOTHER_BUREAUS)),
                of(key, "leader", BUREAU, "LEADER", Map.of(), List.of(ANOTHER_BUREAUS)));
    }

    boolean ofAnotherBureau() {
        return name.endsWith("-b");
    }

    /** The schools that no list may show them but what is published, and the register. */
    List<String> othersSchools() {
        return switch (name) {
            case "school" -> List.of(
                    MatrixCounty.OTHER_SCHOOL, MatrixCounty.IDLE_SCHOOL, MatrixCounty.ANOTHER_BUREAUS_SCHOOL);
            case "inspector" -> List.of(
                    MatrixCounty.OTHER_SCHOOL, MatrixCounty.IDLE_SCHOOL, MatrixCounty.ANOTHER_BUREAUS_SCHOOL);
            case "other-school" -> List.of(
                    MatrixCounty.SCHOOL, MatrixCounty.IDLE_SCHOOL, MatrixCounty.ANOTHER_BUREAUS_SCHOOL);
            case "other-inspector" -> List.of(
                    MatrixCounty.SCHOOL, MatrixCounty.OTHER_SCHOOL, MatrixCounty.IDLE_SCHOOL,
                    MatrixCounty.ANOTHER_BUREAUS_SCHOOL);
            default -> ofAnotherBureau()
                    ? List.of(MatrixCounty.SCHOOL, MatrixCounty.OTHER_SCHOOL, MatrixCounty.IDLE_SCHOOL)
                    : List.of(MatrixCounty.ANOTHER_BUREAUS_SCHOOL);
        };
    }

    static MatrixCaller of(
            RSAKey key,
            String name,
            @Nullable String bureau,
            String role,
            Map<String, String> person,
            List<String> hidden) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer("http://localhost:8080")
                .subject("mx-" + name)
                .audience("dabiao")
                .expirationTime(Date.from(Instant.now().plusSeconds(1800)))
                .claim("bureau", bureau)
                .claim("roles", List.of(role));
        person.forEach(claims::claim);
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims.build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return new MatrixCaller(name, token.serialize(), hidden);
    }

    @Override
    public String toString() {
        return name;
    }
}
