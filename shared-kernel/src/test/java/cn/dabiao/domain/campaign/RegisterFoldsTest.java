package cn.dabiao.domain.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import cn.dabiao.domain.inspector.Inspector;
import cn.dabiao.domain.inspector.InspectorEvent.InspectorRegistered;
import cn.dabiao.domain.school.School;
import cn.dabiao.domain.school.SchoolEvent.SchoolRegistered;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.examples.Guannan;

/** The folds of the streams that are one event long so far. */
class RegisterFoldsTest {

    @Test
    void a_registered_school_is_what_was_registered() {
        assertThat(School.evolve(null, new SchoolRegistered(
                        Guannan.SCHOOL, Guannan.BUREAU, Guannan.schoolFacts(), Guannan.at("2018-03-09T09:00"))))
                .isEqualTo(new School(Guannan.SCHOOL, Guannan.BUREAU, Guannan.schoolFacts(), null));
    }

    @Test
    void a_registered_inspector_is_who_was_registered() {
        Inspector second = Guannan.inspector(2, "堆沟港镇", "2132072402");

        assertThat(Inspector.evolve(null, new InspectorRegistered(
                        second.inspectorId(), Guannan.BUREAU, new PersonName("考评员2"), second.township(),
                        second.worksAt(), Guannan.at("2018-03-09T09:00"))))
                .isEqualTo(second);
    }
}
