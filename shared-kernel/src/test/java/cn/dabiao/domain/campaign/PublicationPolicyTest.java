package cn.dabiao.domain.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.RefusedException;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Title;
import cn.dabiao.examples.Guannan;

class PublicationPolicyTest {

    @Test
    void equal_totals_share_a_place_and_the_next_place_is_skipped() {
        assertThat(places(List.of(
                        scored(1, "92"), scored(2, "95"), scored(3, "98"), scored(4, "95"))))
                .containsExactly("1 2132072403", "2 2132072402", "2 2132072404", "4 2132072401");
    }

    @Test
    void whoever_did_not_attain_comes_after_all_that_did_whatever_the_total() {
        GradedSchool determined = school(1, SchoolKind.PRIMARY, "99", Grade.NOT_ATTAINED, true, false);
        assertThat(places(List.of(determined, scored(2, "65"), scored(3, "70"))))
                .containsExactly("1 2132072403", "2 2132072401", "3 2132072402");
        assertThat(PublicationPolicy.ranked(List.of(determined)).getFirst())
                .satisfies(it -> assertThat(it.determined()).isTrue())
                .satisfies(it -> assertThat(it.total()).isEqualTo(new Points("99")));
    }

    @Test
    void an_open_appeal_is_told_and_moves_nobody() {
        GradedSchool appealing = school(1, SchoolKind.PRIMARY, "95", Grade.LEVEL_1, false, true);

        List<PublishedGrade> list = PublicationPolicy.ranked(List.of(scored(2, "95"), appealing));

        assertThat(list).extracting(PublishedGrade::rank).containsExactly(1, 1);
        assertThat(list).extracting(PublishedGrade::pending).containsExactly(true, false);
    }

    @Test
    void nothing_graded_is_nothing_to_publish() {
        RefusedException refused = catchThrowableOfType(
                RefusedException.class, () -> PublicationPolicy.require(Guannan.CAMPAIGN, List.of()));
        assertThat(refused.refusal()).isEqualTo(new Refusal.NothingToPublish(Guannan.CAMPAIGN));
        assertThatCode(() -> PublicationPolicy.require(Guannan.CAMPAIGN, List.of(scored(1, "70"))))
                .doesNotThrowAnyException();
    }

    /** A place is one more than the schools that are better: nothing is sorted to find it. */
    @Property(tries = 2_000)
    void a_place_is_one_more_than_there_are_better_schools(
            @ForAll("schools") List<GradedSchool> schools, @ForAll Random random) {
        List<PublishedGrade> list = PublicationPolicy.ranked(schools);

        assertThat(list).hasSameSizeAs(schools).allSatisfy(line -> {
            GradedSchool school = schools.stream()
                    .filter(it -> it.schoolCode().equals(line.schoolCode()))
                    .findFirst()
                    .orElseThrow();
            assertThat(line.rank()).isEqualTo(1 + better(schools, school, _ -> true));
            assertThat(line.rankInKind()).isEqualTo(1 + better(schools, school, it -> it.kind() == school.kind()));
            assertThat(line).isEqualTo(school.ranked(line.rank(), line.rankInKind()));
        });
        assertThat(list).isSortedAccordingTo((a, b) -> a.rank() == b.rank()
                ? a.schoolCode().value().compareTo(b.schoolCode().value())
                : Integer.compare(a.rank(), b.rank()));
        List<GradedSchool> shuffled = new ArrayList<>(schools);
        Collections.shuffle(shuffled, random);
        assertThat(PublicationPolicy.ranked(shuffled)).isEqualTo(list);
        Statistics.label("a shared place")
                .collect(list.stream().map(PublishedGrade::rank).distinct().count() < list.size())
                .coverage(shared -> shared.check(true).percentage(share -> share > 20.0));
    }

    @Provide
    Arbitrary<List<GradedSchool>> schools() {
        Arbitrary<String> totals = Arbitraries.of("98", "95", "95.5", "80", "79.5", "70", "65", "0");
        Arbitrary<SchoolKind> kinds = Arbitraries.of(SchoolKind.PRIMARY, SchoolKind.JUNIOR_HIGH, SchoolKind.KINDERGARTEN);
        return Combinators.combine(totals, kinds, Arbitraries.of(true, false), Arbitraries.of(true, false))
                .as(Drawn::new)
                .list()
                .ofMaxSize(12)
                .map(drawn -> IntStream.range(0, drawn.size())
                        .mapToObj(i -> drawn.get(i).school(i + 1))
                        .toList());
    }

    record Drawn(String total, SchoolKind kind, boolean determined, boolean pending) {

        GradedSchool school(int number) {
            Grade scored = Guannan.STANDARD.bands().gradeOf(new Points(total));
            return PublicationPolicyTest.school(
                    number, kind, total, determined ? Grade.NOT_ATTAINED : scored, determined, pending);
        }
    }

    private static int better(List<GradedSchool> schools, GradedSchool than, Predicate<GradedSchool> among) {
        int better = 0;
        for (GradedSchool other : schools) {
            boolean first = other.grade() != Grade.NOT_ATTAINED;
            boolean second = than.grade() != Grade.NOT_ATTAINED;
            boolean before = first == second
                    ? other.total().value().compareTo(than.total().value()) > 0
                    : first;
            if (among.test(other) && before) {
                better++;
            }
        }
        return better;
    }

    private static List<String> places(List<GradedSchool> schools) {
        return PublicationPolicy.ranked(schools).stream()
                .map(line -> line.rank() + " " + line.schoolCode())
                .toList();
    }

    private static GradedSchool scored(int number, String total) {
        return school(
                number, SchoolKind.PRIMARY, total, Guannan.STANDARD.bands().gradeOf(new Points(total)), false, false);
    }

    private static GradedSchool school(
            int number, SchoolKind kind, String total, Grade grade, boolean determined, boolean pending) {
        return new GradedSchool(
                new SchoolCode("21320724%02d".formatted(number)),
                new Title("学校" + number),
                kind,
                new Points(total),
                grade,
                List.of(),
                determined,
                pending);
    }
}
