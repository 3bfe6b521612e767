package cn.dabiao.ledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import cn.dabiao.ledger.once.Part;
import cn.dabiao.ledger.proof.Frontier;
import cn.dabiao.ledger.proof.Hash;
import cn.dabiao.ledger.proof.Leaf;

/**
 * Events behind a head: their leaves, the nodes that they fill, and the head that they make; and of which requests with keys
 * they are the parts.
 */
final class Batch {

    private final Head before;
    private final List<NewEvent> events = new ArrayList<>();
    private final List<Leaf> leaves = new ArrayList<>();
    private final List<Hash> leafHashes = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final List<PartDone> parts = new ArrayList<>();
    private final Frontier after;

    private record Node(int level, long index, Hash hash) {}

    private record PartDone(Part part, long lastPosition) {}

    Batch(Head before, List<UnitOfEvents> units) {
        this.before = before;
        for (UnitOfEvents unit : units) {
            unit.events().forEach(this::add);
            Part part = unit.part();
            if (part != null) {
                parts.add(new PartDone(part, before.size() + events.size() - 1));
            }
        }
        this.after = before.tree().append(leafHashes, (level, index, hash) -> nodes.add(new Node(level, index, hash)));
    }

    private void add(NewEvent event) {
        Leaf leaf = event.at(before.size() + events.size());
        events.add(event);
        leaves.add(leaf);
        leafHashes.add(leaf.hash());
    }

    /** Whether it takes {@code ledger.append_once}. */
    boolean hasParts() {
        return !parts.isEmpty();
    }

    Head after() {
        return new Head(after, before.fence());
    }

    /** Fills in the parameters of {@code ledger.append}, in their order, or of {@code ledger.append_once}. */
    void bind(PreparedStatement append) throws SQLException {
        Connection connection = append.getConnection();
        append.setLong(1, before.size());
        append.setLong(2, before.fence());
        append.setArray(3, connection.createArrayOf("text", of(leaves, Leaf::streamId)));
        append.setArray(4, connection.createArrayOf("int8", of(leaves, Leaf::streamSeq)));
        append.setArray(5, connection.createArrayOf("text", of(leaves, Leaf::streamType)));
        append.setArray(6, connection.createArrayOf("uuid", of(leaves, Leaf::eventId)));
        append.setArray(7, connection.createArrayOf("text", of(leaves, Leaf::eventType)));
        append.setArray(8, connection.createArrayOf("text", of(leaves, Leaf::revision)));
        append.setArray(9, connection.createArrayOf("int8", of(leaves, leaf -> micros(leaf.recordedAt()))));
        append.setArray(10, connection.createArrayOf("bytea", bytes(events, NewEvent::payload)));
        append.setArray(11, connection.createArrayOf("bytea", bytes(events, NewEvent::metadata)));
        append.setArray(12, connection.createArrayOf("bytea", bytes(leafHashes, Hash::toBytes)));
        append.setArray(13, connection.createArrayOf("int2", of(nodes, node -> (short) node.level())));
        append.setArray(14, connection.createArrayOf("int8", of(nodes, Node::index)));
        append.setArray(15, connection.createArrayOf("bytea", bytes(nodes, node -> node.hash().toBytes())));
        append.setBytes(16, after.toBytes());
        append.setBytes(17, after.root().toBytes());
        if (hasParts()) {
            bindParts(append, connection);
        }
    }

    private void bindParts(PreparedStatement append, Connection connection) throws SQLException {
        append.setArray(18, connection.createArrayOf("bytea", bytes(parts, it -> it.part().request().caller().toBytes())));
        append.setArray(19, connection.createArrayOf("text", of(parts, it -> it.part().request().key())));
        append.setArray(20, connection.createArrayOf("int4", of(parts, it -> it.part().ordinal())));
        append.setArray(
                21, connection.createArrayOf("bytea", bytes(parts, it -> it.part().request().fingerprint().toBytes())));
        append.setArray(22, connection.createArrayOf("int8", of(parts, PartDone::lastPosition)));
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    private static <T> Object[] of(List<T> rows, Function<T, Object> column) {
        return rows.stream().map(column).toArray();
    }

    private static <T> byte[][] bytes(List<T> rows, Function<T, byte[]> column) {
        return rows.stream().map(column).toArray(byte[][]::new);
    }
}
