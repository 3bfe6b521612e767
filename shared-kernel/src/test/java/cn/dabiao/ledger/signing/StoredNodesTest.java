package cn.dabiao.ledger.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import cn.dabiao.ledger.ManyEvents;

class StoredNodesTest {

    @Test
    void a_proof_looks_its_nodes_up_and_scans_nothing() throws SQLException {
        String plan = ManyEvents.plan(StoredNodes.HASHES, statement -> {
            Object[] levels = IntStream.range(0, 17).boxed().toArray();
            Object[] indexes = IntStream.range(0, 17).mapToObj(level -> 77_777L >> level).toArray();
            statement.setArray(1, statement.getConnection().createArrayOf("int2", levels));
            statement.setArray(2, statement.getConnection().createArrayOf("int8", indexes));
        });

        assertThat(plan).contains("node_pkey", "event_pkey").doesNotContain("Seq Scan");
    }
}
