package cn.dabiao.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import jakarta.servlet.MultipartConfigElement;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;

import tools.jackson.databind.json.JsonMapper;

import cn.dabiao.domain.refusal.Refusal;

/** Whatever passes by itself says when to ask again, by whichever way it is answered; nothing else does. */
class RetryAfterTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/schools");
    private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
    private final ProblemWriter writer =
            new ProblemWriter(JsonMapper.builder().build(), beans.getBeanProvider(ProblemListener.class));
    private final ProblemAdvice advice = new ProblemAdvice(
            beans.getBeanProvider(MultipartConfigElement.class),
            beans.getBeanProvider(ProblemListener.class));

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void every_problem_that_passes_says_when_to_ask_again(ProblemType type) throws IOException {
        boolean passes = type.status() == HttpStatus.SERVICE_UNAVAILABLE
                || type.status() == HttpStatus.TOO_MANY_REQUESTS
                || type == ProblemType.IDEMPOTENCY_KEY_IN_USE;

        assertThat(written(type, Map.of())).isEqualTo(passes ? "2" : null);
    }

    @Test
    void who_knows_better_when_says_so() throws IOException {
        assertThat(written(ProblemType.TOO_MANY_REQUESTS, Map.of("retryAfter", 17L))).isEqualTo("17");
    }

    @Test
    void whatever_is_answered_503_or_429_by_a_controller_says_it_too() {
        assertThat(told(advice.notYet(new NotYetVisible(9, 5), request))).isEqualTo("2");
        assertThat(told(advice.busy(new ExportsBusy(4), request))).isEqualTo("2");
        assertThat(told(advice.full(TooManyListeners.ofNode(9), request))).isEqualTo("2");
        assertThat(told(advice.full(TooManyListeners.ofAccount(9), request))).isEqualTo("2");
        assertThat(told(advice.refused(IdempotencyKeyException.inUse("k"), request))).isEqualTo("2");
        assertThat(told(advice.unforeseen(new AsyncRequestTimeoutException(), request))).isEqualTo("2");
        assertThat(told(advice.refused(new Refusal.RebuildUnderWay("ranking").asException(), request))).isNull();
    }

    private static @Nullable String told(ResponseEntity<ProblemDetail> answer) {
        return answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER);
    }

    private @Nullable String written(ProblemType type, Map<String, ?> facts) throws IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        writer.write(request, response, type, facts);
        return response.getHeader(HttpHeaders.RETRY_AFTER);
    }
}
