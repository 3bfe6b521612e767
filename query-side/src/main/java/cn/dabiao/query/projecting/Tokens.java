package cn.dabiao.query.projecting;

import java.lang.management.ManagementFactory;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

import cn.dabiao.ledger.TokenTable;

/** Tracking tokens: where they are kept, how they are written, what position they mean. */
public final class Tokens {

    /** The table of the tokens; see {@link TokenTable}. */
    public static final String TABLE = "view.token_entry";

    /** The position of a projection that has not seen any event. */
    public static final long NOTHING = TokenTable.NOTHING;

    static final Serializer SERIALIZER = TokenTable.SERIALIZER;

    private Tokens() {}

    public static TokenStore store(ConnectionProvider connections, String node) {
        return TokenTable.store(connections, TABLE, node);
    }

    /** The name under which this node owns what it works on; empty takes what Axon takes. */
    public static String owner(String node) {
        return node.isEmpty() ? ManagementFactory.getRuntimeMXBean().getName() : node;
    }

    /** A stored token; null stands before the first event. */
    public static @Nullable TrackingToken read(byte @Nullable [] token, @Nullable String type) {
        return TokenTable.read(token, type);
    }

    /** The position up to which everything has been seen. */
    public static long shown(@Nullable TrackingToken token) {
        return TokenTable.seen(token);
    }
}
