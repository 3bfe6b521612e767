package cn.dabiao.query.assessment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import cn.dabiao.json.DomainJson;
import cn.dabiao.person.Persons;

/** How many of those that an assessment names are erased, counted anew for a row only when it or the erasures are others. */
final class ErasedNames {

    private static final int MOST_ROWS = 5_000;

    private final Persons persons;
    private final Cache<AssessmentRecord, Counted> counted =
            Caffeine.newBuilder().weakKeys().maximumSize(MOST_ROWS).build();

    ErasedNames(Persons persons) {
        this.persons = persons;
    }

    /** @param all how many were erased when it was counted: nobody who was erased comes back, so as many are the same */
    private record Counted(int all, int here) {}

    int in(AssessmentRecord row) {
        int all = persons.erased().size();
        if (all == 0) {
            return 0;
        }
        Counted known = counted.getIfPresent(row);
        if (known != null && known.all() == all) {
            return known.here();
        }
        int here = persons.erasedIn(DomainJson.mapper().writeValueAsString(row.state()));
        counted.put(row, new Counted(all, here));
        return here;
    }
}
