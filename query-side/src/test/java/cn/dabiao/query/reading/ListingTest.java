package cn.dabiao.query.reading;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import cn.dabiao.api.Page;
import cn.dabiao.api.problem.InvalidRequestException;

class ListingTest {

    private static final Listing LISTING = Listing.of("things", "a", null);

    @Test
    void a_cursor_leads_to_the_key_of_the_last_row_shown() {
        Page<String> page = LISTING.page(List.of("a", "b", "c"), 2, row -> List.of(row, 7), row -> row, 0);
        assertThat(page.items()).containsExactly("a", "b");
        assertThat(LISTING.after(page.nextCursor(), 2)).contains(List.of("b", "7"));
    }

    @Test
    void the_last_page_has_no_cursor() {
        assertThat(LISTING.page(List.of("a", "b"), 2, List::of, row -> row, 0).nextCursor()).isNull();
        assertThat(LISTING.after(null, 1)).isEmpty();
    }

    @Test
    void a_cursor_of_another_list_other_filters_or_another_order_is_refused() {
        String cursor = cursor();
        assertForeign(Listing.of("others", "a", null), cursor, 1);
        assertForeign(Listing.of("things", "b", null), cursor, 1);
        assertForeign(Listing.of("things", null, "a"), cursor, 1);
        assertForeign(LISTING, cursor, 2);
    }

    @Test
    void a_cursor_that_was_changed_is_refused() {
        byte[] json = Base64.getUrlDecoder().decode(cursor());
        String changed = new String(json, StandardCharsets.UTF_8).replace("\"a\"", "\"b\"");
        assertForeign(LISTING, Base64.getUrlEncoder().encodeToString(changed.getBytes(StandardCharsets.UTF_8)), 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "e30", "W10", "WzFd", "W251bGxd", "bnVsbA", "WyJ4Il0", "x\u0000", "中"})
    void what_is_no_cursor_is_refused(String cursor) {
        assertForeign(LISTING, cursor, 1);
    }

    private static String cursor() {
        return requireNonNull(LISTING.page(List.of("a", "b"), 1, List::of, row -> row, 0).nextCursor());
    }

    private static void assertForeign(Listing listing, String cursor, int parts) {
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> listing.after(cursor, parts))
                .withMessage("cursor breaks cursor");
    }
}
