package cn.dabiao.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;

import org.junit.jupiter.api.Test;

class UniqueViolationResolverTest {

    private final UniqueViolationResolver resolver = new UniqueViolationResolver();

    @Test
    void a_unique_violation_is_seen_wherever_the_driver_hides_it() {
        SQLException violation = new SQLException("duplicate key", "23505");
        SQLException batch = new BatchUpdateException("batch", "XX000", new int[0]);
        batch.setNextException(violation);

        assertThat(resolver.isDuplicateKeyViolation(violation)).isTrue();
        assertThat(resolver.isDuplicateKeyViolation(batch)).isTrue();
        assertThat(resolver.isDuplicateKeyViolation(new IllegalStateException(new RuntimeException(violation)))).isTrue();
    }

    @Test
    void nothing_else_is_a_unique_violation() {
        assertThat(resolver.isDuplicateKeyViolation(new SQLException("foreign key", "23503"))).isFalse();
        assertThat(resolver.isDuplicateKeyViolation(new SQLException("no state"))).isFalse();
        assertThat(resolver.isDuplicateKeyViolation(new IllegalStateException("23505"))).isFalse();
    }
}
