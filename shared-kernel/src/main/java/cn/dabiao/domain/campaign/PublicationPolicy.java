package cn.dabiao.domain.campaign;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.school.SchoolKind;

/**
 * What is made public, and in which order. The notice ranks nobody; our decisions: competition ranking 1, 2, 2, 4 by the
 * total, and whoever did not attain, by scores or by a determination, comes after all that did. An open appeal keeps
 * nobody off the list: the grade stands until it is decided, and the line says that it may change.
 */
public final class PublicationPolicy {

    /** Schools that this finds equal share a place. */
    private static final Comparator<GradedSchool> BEST_FIRST = Comparator
            .comparing((GradedSchool school) -> !school.grade().attained())
            .thenComparing(GradedSchool::total, Comparator.reverseOrder());

    private static final Comparator<GradedSchool> LISTED =
            BEST_FIRST.thenComparing(school -> school.schoolCode().value());

    private PublicationPolicy() {}

    /** Refuses a publication that would say nothing. */
    public static void require(CampaignId campaignId, Collection<GradedSchool> graded) {
        if (graded.isEmpty()) {
            throw new Refusal.NothingToPublish(campaignId).asException();
        }
    }

    /** Every school with its places, the best first and equal ones by their codes. */
    public static List<PublishedGrade> ranked(Collection<GradedSchool> graded) {
        Places places = new Places();
        Map<SchoolKind, Places> ofKind = new EnumMap<>(SchoolKind.class);
        return graded.stream()
                .sorted(LISTED)
                .map(school -> school.ranked(
                        places.next(school),
                        ofKind.computeIfAbsent(school.kind(), _ -> new Places()).next(school)))
                .toList();
    }

    /** Gives out places to schools that come in order. */
    private static final class Places {

        private int given;
        private int place;
        private @Nullable GradedSchool last;

        int next(GradedSchool school) {
            given++;
            if (last == null || BEST_FIRST.compare(last, school) != 0) {
                place = given;
            }
            last = school;
            return place;
        }
    }
}
