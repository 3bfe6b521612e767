package cn.dabiao.command.school.importing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import cn.dabiao.domain.school.School;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolEvent;

/** The schools of a file as the ledger's events have made them, in whosever register. */
final class Register {

    private final Map<SchoolCode, Entry> entries = new HashMap<>();

    static Register of(List<? extends SchoolEvent> events) {
        Register register = new Register();
        events.forEach(register::fold);
        return register;
    }

    Optional<Entry> of(SchoolCode code) {
        return Optional.ofNullable(entries.get(code));
    }

    private void fold(SchoolEvent event) {
        entries.compute(event.schoolCode(), (_, before) -> before == null
                ? new Entry(School.evolve(null, event), 1)
                : new Entry(School.evolve(before.school(), event), before.version() + 1));
    }

    /** @param version how many events the school's stream has */
    record Entry(School school, long version) {}
}
