package cn.dabiao.person;

import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.people.PersonId;
import cn.dabiao.ledger.LedgerUnavailable;

/** The table of persons' keys. */
final class PersonTable {

    private static final String COLUMNS = "SELECT id::text, lookup, suite, wrapped_key FROM person.person ";
    private static final String BY_LOOKUP = COLUMNS + "WHERE lookup = ANY(?)";

    /** With those that were entered next: whoever reads one of a list reads its neighbours as well. */
    private static final String FROM = COLUMNS
            + "WHERE number >= (SELECT number FROM person.person WHERE id = CAST(? AS uuid)) ORDER BY number LIMIT ?";

    /** Somebody else may be faster with the same person. */
    private static final String ADD =
            """
            INSERT INTO person.person (id, lookup, suite, wrapped_key)
            SELECT * FROM unnest(CAST(? AS uuid[]), CAST(? AS bytea[]), CAST(? AS text[]), CAST(? AS bytea[]))
            ON CONFLICT (lookup) DO NOTHING
            """;

    /** With what was answered to imports: it may tell their names. */
    private static final String ERASE =
            """
            WITH erased AS (
            UPDATE person.person
               SET lookup = NULL, wrapped_key = NULL, erased_at = now()
             WHERE id = ANY(CAST(? AS uuid[]))
               AND erased_at IS NULL
            RETURNING id
            ), forgotten AS (
            DELETE FROM ledger.answer
             WHERE names_persons
               AND EXISTS (SELECT FROM erased)
            )
            SELECT id::text FROM erased
            """;

    private final DataSource database;

    PersonTable(DataSource database) {
        this.database = database;
    }

    /** @param wrapped the key; null when the person is erased, and the digest as well */
    record Row(PersonId id, @Nullable ByteBuffer lookup, Suite suite, @Nullable ByteBuffer wrapped) {}

    List<Row> withLookups(Collection<ByteBuffer> lookups) {
        return query(BY_LOOKUP, (connection, statement) ->
                statement.setArray(1, connection.createArrayOf("bytea", bytes(lookups.stream()))));
    }

    /** @return the person and at most {@code limit - 1} others; nothing when nobody has the number */
    List<Row> from(PersonId first, int limit) {
        return query(FROM, (_, statement) -> {
            statement.setString(1, first.value());
            statement.setInt(2, limit);
        });
    }

    /** What tells the master key of this database from others; empty as long as there is none. */
    Optional<byte[]> check() {
        return run("SELECT key_check FROM person.master_key", (_, statement) -> {
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getBytes(1)) : Optional.<byte[]>empty();
            }
        });
    }

    /** The first one stays. */
    void keepCheck(byte[] check) {
        run("INSERT INTO person.master_key (key_check) VALUES (?) ON CONFLICT DO NOTHING", (_, statement) -> {
            statement.setBytes(1, check);
            return statement.executeUpdate();
        });
    }

    void add(List<Row> rows) {
        run(ADD, (connection, statement) -> {
            statement.setArray(1, texts(connection, rows.stream().map(row -> row.id().value()).toList()));
            statement.setArray(2, connection.createArrayOf("bytea", bytes(rows.stream().map(Row::lookup))));
            statement.setArray(3, texts(connection, rows.stream().map(row -> row.suite().name()).toList()));
            statement.setArray(4, connection.createArrayOf("bytea", bytes(rows.stream().map(Row::wrapped))));
            return statement.executeUpdate();
        });
    }

    /** @return those who were not erased before */
    List<PersonId> erase(Collection<PersonId> persons) {
        return run(ERASE, (connection, statement) -> {
            statement.setArray(1, texts(connection, persons.stream().map(PersonId::value).toList()));
            List<PersonId> erased = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    erased.add(new PersonId(row.getString(1)));
                }
            }
            return erased;
        });
    }

    private static Array texts(Connection connection, List<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }

    private static byte[][] bytes(Stream<@Nullable ByteBuffer> values) {
        return values.map(value -> Objects.requireNonNull(value).array()).toArray(byte[][]::new);
    }

    private static @Nullable ByteBuffer buffer(byte @Nullable [] value) {
        return value == null ? null : ByteBuffer.wrap(value);
    }

    private interface Binding {
        void bind(Connection connection, PreparedStatement statement) throws SQLException;
    }

    private interface Work<T> {
        T on(Connection connection, PreparedStatement statement) throws SQLException;
    }

    private List<Row> query(String sql, Binding binding) {
        return run(sql, (connection, statement) -> {
            binding.bind(connection, statement);
            List<Row> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(
                            new PersonId(row.getString("id")),
                            buffer(row.getBytes("lookup")),
                            Suite.valueOf(row.getString("suite")),
                            buffer(row.getBytes("wrapped_key"))));
                }
            }
            return rows;
        });
    }

    private <T> T run(String sql, Work<T> work) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.on(connection, statement);
        } catch (SQLException e) {
            throw new LedgerUnavailable(e);
        }
    }
}
