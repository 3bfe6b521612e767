package cn.dabiao.domain.assessment;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.RefusedException;

class PreconditionTest {

    private static final List<String> CURRENT = List.of("r1-i7-v2", "24");

    @Test
    void a_write_that_names_no_version_is_refused_and_told_the_current_one() {
        assertRefused(Precondition.NONE, new Refusal.VersionRequired("r1-i7-v2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"r1-i7-v2", "24"})
    void the_tag_of_the_item_or_of_the_whole_will_do(String tag) {
        assertThatCode(() -> Precondition.of(tag).requireOneOf(CURRENT)).doesNotThrowAnyException();
    }

    @Test
    void a_star_names_no_version() {
        assertRefused(Precondition.of("*"), new Refusal.VersionRequired("r1-i7-v2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"r1-i7-v1", "r1-i8-v2", "r2-i7-v2", "23", "2", "", "R1-I7-V2"})
    void any_other_tag_is_stale(String tag) {
        assertRefused(Precondition.of(tag), new Refusal.StaleVersion(tag, "r1-i7-v2"));
    }

    @Test
    void one_current_tag_among_several_will_do() {
        assertThatCode(() -> new Precondition(List.of("23", "24")).requireOneOf(CURRENT)).doesNotThrowAnyException();
    }

    @Test
    void several_stale_tags_are_told_together() {
        assertRefused(new Precondition(List.of("22", "23")), new Refusal.StaleVersion("22, 23", "r1-i7-v2"));
    }

    private static void assertRefused(Precondition given, Refusal refusal) {
        assertThatThrownBy(() -> given.requireOneOf(CURRENT))
                .asInstanceOf(type(RefusedException.class))
                .extracting(RefusedException::refusal)
                .isEqualTo(refusal);
    }
}
