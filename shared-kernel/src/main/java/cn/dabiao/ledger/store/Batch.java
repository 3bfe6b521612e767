package cn.dabiao.ledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import cn.dabiao.ledger.proof.Frontier;
import cn.dabiao.ledger.proof.Hash;
import cn.dabiao.ledger.proof.Leaf;

/** Events behind a head: their leaves, the nodes that they fill, and the head that they make. */
final class Batch {

    private final Head before;
    private final List<NewEvent> events;
    private final List<Leaf> leaves;
    private final List<Hash> leafHashes;
    private final List<Node> nodes = new ArrayList<>();
    private final Frontier after;

    private record Node(int level, long index, Hash hash) {}

    Batch(Head before, List<NewEvent> events) {
        this.before = before;
        this.events = events;
        this.leaves = new ArrayList<>(events.size());
        this.leafHashes = new ArrayList<>(events.size());
        long position = before.size();
        for (NewEvent event : events) {
            Leaf leaf = event.at(position++);
            leaves.add(leaf);
            leafHashes.add(leaf.hash());
        }
        this.after = before.tree().append(leafHashes, (level, index, hash) -> nodes.add(new Node(level, index, hash)));
    }

    Head after() {
        return new Head(after, before.fence());
    }

    /** Fills in the parameters of {@code ledger.append}, in their order. */
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
