package cn.dabiao.app.identity;

import java.util.Optional;

/**
 * Which schools and inspectors are registered. The embedded issuer asks at every token request, so a school has
 * an identity from the moment it is registered. Without a bean of this type it knows of none.
 */
public interface RegisteredPeople {

    /** Answers the bureau (six digits) that registered the school, or nothing. */
    Optional<String> bureauOfSchool(String schoolCode);

    /** Answers the bureau (six digits) that registered the inspector, or nothing. */
    Optional<String> bureauOfInspector(String inspectorId);
}
