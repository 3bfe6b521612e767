package cn.dabiao.domain.school;

import java.util.Arrays;
import java.util.List;

/** What the register says of a school, field by field: how two versions of it are compared. */
public enum SchoolField {
    NAME("name"),
    OWNERSHIP("ownership"),
    KIND("kind"),
    TOWNSHIP("township"),
    STUDENTS("students"),
    STAFF("staff"),
    TEACHERS("teachers"),
    PRINCIPAL_NAME("principalName"),
    PRINCIPAL_PHONE("principalPhone"),
    VICE_PRINCIPAL_NAME("vicePrincipalName"),
    VICE_PRINCIPAL_PHONE("vicePrincipalPhone");

    private final String key;

    SchoolField(String key) {
        this.key = key;
    }

    /** Its name in files and answers, e.g. {@code principalPhone}. */
    public String key() {
        return key;
    }

    public Object of(SchoolFacts facts) {
        return switch (this) {
            case NAME -> facts.name();
            case OWNERSHIP -> facts.ownership();
            case KIND -> facts.kind();
            case TOWNSHIP -> facts.township();
            case STUDENTS -> facts.students();
            case STAFF -> facts.staff();
            case TEACHERS -> facts.teachers();
            case PRINCIPAL_NAME -> facts.principal().name();
            case PRINCIPAL_PHONE -> facts.principal().phone();
            case VICE_PRINCIPAL_NAME -> facts.vicePrincipal().name();
            case VICE_PRINCIPAL_PHONE -> facts.vicePrincipal().phone();
        };
    }

    /** Whether it tells of a person, and so is not shown to everybody. */
    public boolean personal() {
        return compareTo(PRINCIPAL_NAME) >= 0;
    }

    /** The fields in which the two differ. */
    public static List<SchoolField> changed(SchoolFacts before, SchoolFacts after) {
        return Arrays.stream(values())
                .filter(field -> !field.of(before).equals(field.of(after)))
                .toList();
    }
}
