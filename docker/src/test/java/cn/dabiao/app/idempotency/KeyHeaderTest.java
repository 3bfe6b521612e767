package cn.dabiao.app.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

import cn.dabiao.api.Headers;
import cn.dabiao.api.problem.IdempotencyKeyException;

class KeyHeaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
        "\"8e03978e-40d5-43dd-bc93-6894a57f9324\" | 8e03978e-40d5-43dd-bc93-6894a57f9324",
        "8e03978e-40d5-43dd-bc93-6894a57f9324     | 8e03978e-40d5-43dd-bc93-6894a57f9324",
        "\"a b\"                                  | a b",
        "a b                                      | a b",
        "\"a\\\"b\\\\\"                           | a\"b\\",
        "\"a\";version=1                          | a",
        "\"a\" ; version=1                        | a",
        "a;version=1                              | a;version=1",
        "\"$1\"                                   | $1"
    })
    void a_key_comes_as_a_string_of_structured_fields_or_bare(String header, String key) {
        assertThat(KeyHeader.of(request(header))).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\"\"", "\"", "\"open", "\"a\"b", "\"a\\b\"", "\"a\\\"", "钥匙", "\"é\"", "a\tb", "\"a\tb\""})
    void what_is_none_is_refused(String header) {
        assertThatThrownBy(() -> KeyHeader.of(request(header))).isInstanceOf(IdempotencyKeyException.class);
    }

    @Test
    void a_key_has_255_characters_at_most_however_it_is_written() {
        String longest = "\"".repeat(255);
        assertThat(KeyHeader.of(request("\"" + longest.replace("\"", "\\\"") + "\""))).isEqualTo(longest);

        assertThatThrownBy(() -> KeyHeader.of(request("\"" + "k".repeat(256) + "\"")))
                .isInstanceOf(IdempotencyKeyException.class);
        assertThatThrownBy(() -> KeyHeader.of(request("k".repeat(256)))).isInstanceOf(IdempotencyKeyException.class);
        assertThatThrownBy(() -> KeyHeader.of(request("k".repeat(50_000)))).isInstanceOf(IdempotencyKeyException.class);
    }

    @Test
    void two_keys_are_none() {
        MockHttpServletRequest request = request("a");
        request.addHeader(Headers.IDEMPOTENCY_KEY, "b");

        assertThatThrownBy(() -> KeyHeader.of(request)).isInstanceOf(IdempotencyKeyException.class);
    }

    private static MockHttpServletRequest request(String header) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader(Headers.IDEMPOTENCY_KEY, header);
        return request;
    }
}
