package cn.dabiao.query.projecting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SchoolSequenceTest {

    @Test
    void everything_of_a_school_is_one_sequence() {
        assertThat(SchoolSequence.of("school:2132072401")).isEqualTo("school:2132072401");
        assertThat(SchoolSequence.of("assessment:guannan-2018:2132072401")).isEqualTo("school:2132072401");
        assertThat(SchoolSequence.of("evidence:guannan-2018:9f86d081:2132072401")).isEqualTo("school:2132072401");
    }

    @Test
    void everything_else_is_one_of_its_stream() {
        assertThat(SchoolSequence.of("inspector:320724:i-01")).isEqualTo("inspector:320724:i-01");
        assertThat(SchoolSequence.of("campaign:guannan-2018")).isEqualTo("campaign:guannan-2018");
        assertThat(SchoolSequence.of("nothing")).isEqualTo("nothing");
    }
}
