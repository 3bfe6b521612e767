package cn.dabiao.command.school.importing;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import cn.dabiao.api.problem.FieldError;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolFacts;
import cn.dabiao.person.Owner;

/**
 * What a row says.
 *
 * @param code       the code as it stands there; empty when it does not
 * @param name       the name as it stands there; empty when it does not
 * @param schoolCode null when what stands there is none
 * @param facts      null unless all of the row is as it has to be
 * @param errors     what is not
 */
record ReadRow(
        int row,
        String code,
        String name,
        @Nullable SchoolCode schoolCode,
        @Nullable SchoolFacts facts,
        List<FieldError> errors) {

    /** The same, saying of its school what is said here, if anything is. */
    ReadRow of(Map<Owner, SchoolFacts> sealed) {
        return schoolCode == null || facts == null
                ? this
                : new ReadRow(row, code, name, schoolCode, sealed.getOrDefault(Owner.of(schoolCode), facts), errors);
    }
}
