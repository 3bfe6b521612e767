package cn.dabiao.app.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class DemoIdentityTest {

    private static final RegisteredPeople PEOPLE = new RegisteredPeople() {
        @Override
        public Optional<String> bureauOfSchool(String schoolCode) {
            return schoolCode.equals("2132072401") ? Optional.of("320724") : Optional.empty();
        }

        @Override
        public Optional<String> bureauOfInspector(String inspectorId) {
            return inspectorId.equals("i-01") ? Optional.of("320723") : Optional.empty();
        }
    };

    @Test
    void a_registered_school_speaks_for_itself() {
        assertThat(claimsOf("school-2132072401"))
                .contains(Map.of("school", "2132072401", "roles", List.of("SCHOOL"), "bureau", "320724"));
    }

    @Test
    void a_registered_inspector_belongs_to_the_bureau_that_registered_it() {
        assertThat(claimsOf("inspector-i-01"))
                .contains(Map.of("inspector", "i-01", "roles", List.of("INSPECTOR"), "bureau", "320723"));
    }

    @Test
    void a_school_that_is_not_registered_has_no_identity() {
        assertThat(claimsOf("school-9999999999")).isEmpty();
    }

    private static Optional<Map<String, Object>> claimsOf(String clientId) {
        return DemoIdentity.of(clientId, "320724", PEOPLE).map(DemoIdentity::claims);
    }
}
