package cn.dabiao.domain.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.RefusedException;
import cn.dabiao.domain.school.SchoolEvent.SchoolClosed;
import cn.dabiao.domain.school.SchoolEvent.SchoolMerged;
import cn.dabiao.domain.school.SchoolEvent.SchoolRegistered;
import cn.dabiao.domain.school.SchoolEvent.SchoolUpdated;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.examples.Guannan;

class SchoolTest {

    private static final SchoolCode NEIGHBOUR = new SchoolCode("2132072402");
    private static final Instant THEN = Guannan.at("2019-07-01T09:00");
    private static final Reason REASON = new Reason("布局调整");
    private static final School OPEN = registered(Guannan.SCHOOL);
    private static final School MERGED =
            School.evolve(OPEN, new SchoolMerged(Guannan.SCHOOL, NEIGHBOUR, REASON, THEN));
    private static final School CLOSED = School.evolve(OPEN, new SchoolClosed(Guannan.SCHOOL, REASON, THEN));

    @Test
    void a_renamed_school_is_the_same_school() {
        School renamed = School.evolve(
                OPEN, new SchoolUpdated(Guannan.SCHOOL, OPEN.facts(), Guannan.renamed(), null, THEN));

        assertThat(renamed).isEqualTo(new School(Guannan.SCHOOL, Guannan.BUREAU, Guannan.renamed(), null));
        assertThat(renamed.status()).isEqualTo(SchoolStatus.OPEN);
        assertThatCode(renamed::requireOpen).doesNotThrowAnyException();
    }

    @Test
    void a_merged_school_says_when_it_ceased_and_into_which() {
        assertThat(MERGED.status()).isEqualTo(SchoolStatus.MERGED);
        assertThat(MERGED.facts()).isEqualTo(OPEN.facts());
        assertRefused(MERGED::requireOpen, new Refusal.SchoolCeased(
                Guannan.SCHOOL, SchoolStatus.MERGED, THEN, NEIGHBOUR));
    }

    @Test
    void a_closed_school_says_when_it_ceased() {
        assertThat(CLOSED.status()).isEqualTo(SchoolStatus.CLOSED);
        assertRefused(CLOSED::requireOpen, new Refusal.SchoolCeased(Guannan.SCHOOL, SchoolStatus.CLOSED, THEN, null));
    }

    @Test
    void a_school_is_merged_into_another_that_is_open() {
        School neighbour = registered(NEIGHBOUR);

        assertThatCode(() -> neighbour.requireMergeable(OPEN)).doesNotThrowAnyException();
        assertRefused(() -> OPEN.requireMergeable(OPEN), new Refusal.MergedIntoItself(Guannan.SCHOOL));
        assertRefused(() -> neighbour.requireMergeable(CLOSED), new Refusal.SchoolCeased(
                Guannan.SCHOOL, SchoolStatus.CLOSED, THEN, null));
    }

    @Test
    void what_changed_is_told_field_by_field() {
        assertThat(SchoolField.changed(OPEN.facts(), Guannan.renamed())).containsExactly(
                SchoolField.NAME, SchoolField.STUDENTS, SchoolField.PRINCIPAL_NAME, SchoolField.PRINCIPAL_PHONE);
        assertThat(SchoolField.changed(OPEN.facts(), OPEN.facts())).isEmpty();
    }

    @Test
    void only_what_is_said_of_the_two_persons_is_personal() {
        assertThat(SchoolField.values()).filteredOn(SchoolField::personal).extracting(SchoolField::key).containsExactly(
                "principalName", "principalPhone", "vicePrincipalName", "vicePrincipalPhone");
    }

    private static School registered(SchoolCode code) {
        return School.evolve(null, new SchoolRegistered(
                code, Guannan.BUREAU, Guannan.schoolFacts(), Guannan.at("2018-03-09T09:00")));
    }

    private static void assertRefused(Runnable action, Refusal refusal) {
        assertThatThrownBy(action::run)
                .asInstanceOf(type(RefusedException.class))
                .extracting(RefusedException::refusal)
                .isEqualTo(refusal);
    }
}
