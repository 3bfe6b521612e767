package cn.dabiao.command;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.springframework.stereotype.Component;

import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.PersonId;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.person.Owner;
import cn.dabiao.person.Persons;

/**
 * Erases persons (Personal Information Protection Law, art. 47). First that it is done stands in the ledger, then the key goes:
 * should the process end in between, the next start does the rest, or the same request when it is sent again.
 */
@Component
public class Erasures {

    private final Persons persons;
    private final Repetitions repetitions;

    Erasures(Persons persons, Repetitions repetitions) {
        this.persons = persons;
        this.repetitions = repetitions;
    }

    /** The office does it, and a leader may. */
    public static Role roleOf(Actor actor) {
        return actor.actingAs(Set.of(Role.OFFICE)).orElse(Role.LEADER);
    }

    /** @param recording writes the event and answers what the caller is told */
    public <W> W erase(Owner owner, PersonName name, Function<PersonId, W> recording) {
        PersonId person = persons.find(owner, name)
                .or(repetitions::erased)
                .orElseThrow(() -> new Refusal.NotFound(Thing.PERSON, name.value()).asException());
        persons.requireErasable();
        W written = recording.apply(person);
        persons.erase(List.of(person));
        return written;
    }
}
