package cn.dabiao.ledger.verify;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

import cn.dabiao.ledger.StoredLeaf;
import cn.dabiao.ledger.TestPostgres;
import cn.dabiao.ledger.proof.Checkpoint;
import cn.dabiao.ledger.proof.Frontier;
import cn.dabiao.ledger.proof.Hash;
import cn.dabiao.ledger.proof.Leaf;
import cn.dabiao.ledger.proof.SignedNote;
import cn.dabiao.ledger.proof.SigningKey;
import cn.dabiao.ledger.store.GeneratedLedger;

/**
 * A ledger of 45 events in six streams, appended three by three, with checkpoints at 10, 21, 32 and 40; and whoever is
 * superuser of its database: no trigger, grant or constraint holds him back.
 */
final class TamperedStore {

    static final SigningKey KEY =
            SigningKey.parse("PRIVATE+KEY+dabiao.cn/320724+2692e486+AQABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f");
    static final SigningKey FOREIGN = SigningKey.generate("dabiao.cn/320724", new SecureRandom());
    static final List<Long> CHECKPOINTS = List.of(10L, 21L, 32L, 40L);
    static final int SIZE = 45;

    private static final TamperedStore SOUND = sound();

    final DataSource database;

    private TamperedStore(DataSource database) {
        this.database = database;
    }

    static TamperedStore copy() {
        return new TamperedStore(TestPostgres.copyOf(SOUND.database));
    }

    static TamperedStore empty() {
        return new TamperedStore(TestPostgres.migrated());
    }

    private static TamperedStore sound() {
        TamperedStore store = empty();
        store.append(SIZE);
        CHECKPOINTS.forEach(size -> store.sign(size, KEY));
        return store;
    }

    void append(int events) {
        append(events, 3);
    }

    void append(int events, int batch) {
        try {
            GeneratedLedger.fill(database, events, batch, 6, 100);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    StoreReport verified() {
        return verified(Trust.NOTHING);
    }

    StoreReport verified(Trust trust) {
        try {
            return new StoreVerifier(trust, Progress.NONE).verify(database);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    UUID idAt(long position) {
        return query("SELECT event_id FROM ledger.event WHERE position = " + position, row -> row.getObject(1, UUID.class))
                .getFirst();
    }

    TamperedStore execute(String... statements) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            for (String sql : statements) {
                statement.execute(sql);
            }
            return this;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes the leaf hashes anew, from this position on. */
    TamperedStore leaves(long from, long before) {
        derived().stream().filter(it -> it.position() >= from && it.position() < before).forEach(leaf -> execute(
                "UPDATE ledger.event SET leaf_hash = '\\x%s' WHERE position = %d".formatted(leaf.hash(), leaf.position())));
        return this;
    }

    /** Makes the nodes anew, as far as they are not what the leaf hashes give: of these levels. */
    TamperedStore nodes(int maxLevel) {
        List<String> statements = new ArrayList<>();
        Frontier.EMPTY.append(stored(), (level, index, hash) -> {
            if (level <= maxLevel) {
                statements.add(("INSERT INTO ledger.node VALUES (%1$d, %2$d, '\\x%3$s') ON CONFLICT (level, index) "
                        + "DO UPDATE SET hash = excluded.hash WHERE node.hash <> excluded.hash").formatted(level, index, hash));
            }
        });
        return execute(statements.toArray(String[]::new))
                .execute("DELETE FROM ledger.node WHERE index >= %d >> level".formatted(stored().size()));
    }

    TamperedStore head() {
        Frontier tree = tree(stored().size());
        return execute("UPDATE ledger.head SET size = %d, frontier = '\\x%s', root = '\\x%s'".formatted(
                tree.size(), HexFormat.of().formatHex(tree.toBytes()), tree.root()));
    }

    /** Makes everything but the checkpoints fit what the events are now. */
    TamperedStore everything() {
        return leaves(0, Long.MAX_VALUE).nodes(62).head();
    }

    SignedNote note(long size, SigningKey key) {
        return SignedNote.sign(new Checkpoint("dabiao.cn/320724", size, tree(size).root()).text(), key);
    }

    TamperedStore sign(long size, SigningKey key) {
        return execute("DELETE FROM ledger.checkpoint WHERE size = " + size, "INSERT INTO ledger.checkpoint VALUES (%d, '%s', '%s', now())"
                .formatted(size, note(size, key), key.verifier()));
    }

    private Frontier tree(long size) {
        return Frontier.EMPTY.append(stored().subList(0, (int) size), (level, index, hash) -> {});
    }

    private List<Hash> stored() {
        return query("SELECT leaf_hash FROM ledger.event ORDER BY position", row -> Hash.of(row.getBytes(1)));
    }

    private List<Leaf> derived() {
        return query("SELECT * FROM ledger.event ORDER BY position", StoredLeaf::of);
    }

    private <T> List<T> query(String sql, Row<T> row) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet result = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(row.of(result));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }
}
