package cn.dabiao.query.statistics;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import cn.dabiao.api.statistics.CampaignFigures;
import cn.dabiao.api.statistics.CampaignStatistics;
import cn.dabiao.api.statistics.CampaignStatistics.StatisticsGroup;
import cn.dabiao.api.statistics.StatisticsBy.Dimension;
import cn.dabiao.domain.campaign.Campaign;
import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.standard.Standard;
import cn.dabiao.domain.value.Township;

/**
 * What a campaign comes to, counted from its schools: the one definition of every figure, whether the schools are those
 * of now or of a past moment.
 */
record Statistics(Campaign campaign, Standard standard, LocalDate today) {

    private static final Set<Dimension> OF_SCHOOLS =
            EnumSet.of(Dimension.TOWNSHIP, Dimension.KIND, Dimension.OWNERSHIP);

    CampaignStatistics shown(Population population, Set<Dimension> by, long position) {
        return new CampaignStatistics(
                campaign.campaignId(),
                standard.standardId(),
                today,
                campaign.lastPublication() == 0 ? null : campaign.lastPublication(),
                overall(population),
                groups(population, by),
                position);
    }

    CampaignFigures overall(Population population) {
        return figures(counting().of(population), EnumSet.allOf(Dimension.class));
    }

    private List<StatisticsGroup> groups(Population population, Set<Dimension> by) {
        if (by.stream().noneMatch(OF_SCHOOLS::contains)) {
            return List.of();
        }
        Map<Group, Counting> groups = new TreeMap<>();
        population.begun().forEach(
                row -> groups.computeIfAbsent(Group.of(row.school().traits(), by), _ -> counting()).add(row));
        population.unbegun().forEach((traits, schools) ->
                groups.computeIfAbsent(Group.of(traits, by), _ -> counting()).addUnbegun(schools));
        return groups.entrySet().stream()
                .map(group -> group.getKey().shown(figures(group.getValue(), by)))
                .toList();
    }

    private Counting counting() {
        return new Counting(today, campaign.planDeadline().date());
    }

    private CampaignFigures figures(Counting counted, Set<Dimension> told) {
        return new CampaignFigures(
                counted.progress(),
                counted.gradeShares(),
                counted.totalFigures(),
                told.contains(Dimension.CATEGORY) ? counted.losses().categories(standard) : null,
                told.contains(Dimension.ITEM) ? counted.losses().items(standard) : null,
                told.contains(Dimension.CHECKPOINT) ? counted.losses().checkpoints(standard) : null);
    }

    /** What the schools of a group have in common; null for what they are not broken down by. */
    private record Group(
            @Nullable Township township, @Nullable SchoolKind kind, @Nullable Ownership ownership)
            implements Comparable<Group> {

        private static final Comparator<Group> ORDER = Comparator
                .comparing((Group group) -> group.township == null ? "" : group.township.value())
                .thenComparing(Group::kind, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Group::ownership, Comparator.nullsFirst(Comparator.naturalOrder()));

        static Group of(Traits school, Set<Dimension> by) {
            return new Group(
                    by.contains(Dimension.TOWNSHIP) ? school.township() : null,
                    by.contains(Dimension.KIND) ? school.kind() : null,
                    by.contains(Dimension.OWNERSHIP) ? school.ownership() : null);
        }

        StatisticsGroup shown(CampaignFigures figures) {
            return new StatisticsGroup(township, kind, ownership, figures);
        }

        @Override
        public int compareTo(Group other) {
            return ORDER.compare(this, other);
        }
    }
}
