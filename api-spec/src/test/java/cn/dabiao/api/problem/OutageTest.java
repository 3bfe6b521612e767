package cn.dabiao.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

import cn.dabiao.ledger.LedgerUnavailable;

class OutageTest {

    /** Connection lost, disk full, too many clients, server stopping, server starting, input or output failed. */
    @ParameterizedTest
    @ValueSource(strings = {"08006", "53100", "53300", "57P01", "57P03", "58030"})
    void an_error_of_the_server_that_passes_is_an_outage_however_it_is_wrapped(String state) {
        assertThat(Outage.isBehind(new IllegalStateException(new SQLException("gone", state)))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "22021", "42P01", "25P02", ""})
    void an_error_that_somebody_has_to_mend_is_none(String state) {
        assertThat(Outage.isBehind(new IllegalStateException(new SQLException("wrong", state)))).isFalse();
    }

    static Stream<Exception> outages() {
        return Stream.of(
                new LedgerUnavailable(new SQLException()),
                new DataAccessResourceFailureException("gone"),
                new QueryTimeoutException("slow"),
                new CannotCreateTransactionException("gone"),
                new TransactionSystemException("gone while it ended"),
                new SQLTransientConnectionException("no connection in the pool"));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void what_the_ledger_spring_and_the_pool_say_is_an_outage(Exception failure) {
        assertThat(Outage.isBehind(failure)).isTrue();
    }

    @ParameterizedTest
    @MethodSource
    void a_fault_of_ours_is_none(Exception failure) {
        assertThat(Outage.isBehind(failure)).isFalse();
    }

    static Stream<Exception> a_fault_of_ours_is_none() {
        return Stream.of(
                new IllegalStateException("ours"), new DuplicateKeyException("twice"), new SQLException("without a code"));
    }
}
