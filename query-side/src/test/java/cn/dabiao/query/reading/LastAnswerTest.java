package cn.dabiao.query.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import cn.dabiao.query.reading.LastAnswer.Mark;

/** An answer is made again when a row it is made of may have changed, and only then. */
class LastAnswerTest {

    private static final Mark ROWS = new Mark(1, 300, 5_000);

    private final LastAnswer<String, List<String>> answers = new LastAnswer<>(10, List::size);
    private int made;

    @Test
    void as_long_as_no_row_changes_it_is_made_once() {
        assertThat(asked("guannan", ROWS)).isEqualTo(List.of("1"));
        assertThat(asked("guannan", ROWS)).isEqualTo(List.of("1"));
    }

    @Test
    void one_more_row_a_later_version_and_a_rebuilt_table_each_have_it_made_again() {
        asked("guannan", ROWS);

        assertThat(asked("guannan", new Mark(1, 301, 5_000))).isEqualTo(List.of("2"));
        assertThat(asked("guannan", new Mark(1, 301, 5_001))).isEqualTo(List.of("3"));
        assertThat(asked("guannan", new Mark(2, 301, 5_001))).isEqualTo(List.of("4"));
    }

    @Test
    void each_question_has_its_own_answer() {
        asked("guannan", ROWS);

        assertThat(asked("guanyun", ROWS)).isEqualTo(List.of("2"));
        assertThat(asked("guannan", ROWS)).isEqualTo(List.of("1"));
    }

    private List<String> asked(String key, Mark rows) {
        return new ArrayList<>(answers.of(key, List.of(rows), () -> List.of(Integer.toString(++made))));
    }
}
