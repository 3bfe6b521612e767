package cn.dabiao.domain.measure;

import java.time.Instant;
import java.util.List;

import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Title;

/** The summons to an interview (约谈): when, where, and who is to come. */
public record Summons(Instant at, Title place, List<PersonName> attendees) {

    public Summons {
        attendees = List.copyOf(attendees);
    }
}
