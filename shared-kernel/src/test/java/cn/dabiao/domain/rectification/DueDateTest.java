package cn.dabiao.domain.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.RefusedException;
import cn.dabiao.examples.Guannan;

class DueDateTest {

    private static final Instant JUST_AFTER_MIDNIGHT = Guannan.at("2018-04-20T00:01");
    private static final LocalDate TODAY = LocalDate.of(2018, 4, 20);

    @Test
    void today_is_the_countys_day() {
        assertThatCode(() -> require(TODAY)).doesNotThrowAnyException();
        refuses(TODAY.minusDays(1));
    }

    @Test
    void further_ahead_than_a_year_is_surely_a_slip() {
        assertThatCode(() -> require(TODAY.plusDays(366))).doesNotThrowAnyException();
        refuses(TODAY.plusDays(367));
        refuses(LocalDate.of(2108, 5, 10));
    }

    @Test
    void the_day_itself_is_in_time() {
        assertThat(DueDate.hasPassed(TODAY, Guannan.at("2018-04-20T23:59"), Guannan.SHANGHAI)).isFalse();
        assertThat(DueDate.hasPassed(TODAY, Guannan.at("2018-04-21T00:00"), Guannan.SHANGHAI)).isTrue();
    }

    private static void require(LocalDate dueOn) {
        DueDate.require(dueOn, JUST_AFTER_MIDNIGHT, Guannan.SHANGHAI);
    }

    private static void refuses(LocalDate dueOn) {
        assertThatThrownBy(() -> require(dueOn))
                .isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.refusal())
                        .isEqualTo(new Refusal.DueDateImpossible(dueOn, TODAY, TODAY.plusDays(366))));
    }
}
