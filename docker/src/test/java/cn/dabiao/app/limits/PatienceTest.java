package cn.dabiao.app.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PatienceTest {

    private static final long SECOND = 1_000_000_000L;

    private final Patience patience = new Patience(20 * SECOND, 30 * SECOND, 4_096);

    @Test
    void a_head_has_its_time() {
        assertThat(patience.isOverForHead(20 * SECOND)).isFalse();
        assertThat(patience.isOverForHead(20 * SECOND + 1)).isTrue();
    }

    @Test
    void a_body_has_more_time_the_more_of_it_comes() {
        assertThat(patience.isOverForBody(30 * SECOND, 0)).isFalse();
        assertThat(patience.isOverForBody(31 * SECOND, 100)).isTrue();
        assertThat(patience.isOverForBody(31 * SECOND, 4_096)).isFalse();
        assertThat(patience.isOverForBody(530 * SECOND, 500 * 4_096)).isFalse();
        assertThat(patience.isOverForBody(531 * SECOND, 500 * 4_096)).isTrue();
    }
}
