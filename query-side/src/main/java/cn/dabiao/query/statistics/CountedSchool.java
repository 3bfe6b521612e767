package cn.dabiao.query.statistics;

import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.value.Title;
import cn.dabiao.domain.value.Township;

/**
 * A school by what it is counted under: as it declared itself in its assessment; before, as registered.
 *
 * @param code as text, like {@code name}: hundreds are read for each question, and few answers show any
 * @param open whether it has not ceased: of one that has, nothing is due any more
 */
record CountedSchool(
        String code, String name, SchoolKind kind, Ownership ownership, Township township, boolean open) {

    Traits traits() {
        return new Traits(kind, ownership, township);
    }

    SchoolCode schoolCode() {
        return new SchoolCode(code);
    }

    Title schoolName() {
        return new Title(name);
    }
}
