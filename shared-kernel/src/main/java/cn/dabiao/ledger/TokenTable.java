package cn.dabiao.ledger;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;

import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** How far those who follow the ledger have come: Axon's token store on a table of ours, whose rows a migration makes. */
public final class TokenTable {

    /** A replay's token names the classes in it: no others than Axon's may be named. */
    public static final Serializer SERIALIZER = Jackson3Serializer.builder()
            .jsonMapperBuilderCustomizer(mapper -> mapper.polymorphicTypeValidator(
                    BasicPolymorphicTypeValidator.builder()
                            .allowIfSubType("org.axonframework.eventhandling.")
                            .build()))
            .build();

    /** The position of somebody who has not seen any event. */
    public static final long NOTHING = -1;

    private TokenTable() {}

    /** A stored token; null stands before the first event. */
    public static @Nullable TrackingToken read(byte @Nullable [] token, @Nullable String type) {
        return token == null || type == null
                ? null
                : SERIALIZER.deserialize(new SimpleSerializedObject<>(token, byte[].class, type, null));
    }

    /** The position up to which everything has been seen. */
    public static long seen(@Nullable TrackingToken token) {
        TrackingToken plain = token == null ? null : WrappedToken.unwrapLowerBound(token);
        return plain == null ? NOTHING : plain.position().orElse(NOTHING);
    }

    /**
     * @param table with its schema
     * @param node  the owner's name in the claims of tokens; empty takes Axon's default, process id and host. A node that
     *              comes back under its old name has its tokens at once; under a new one it waits until the old claim
     *              times out.
     */
    public static TokenStore store(ConnectionProvider connections, String table, String node) {
        JdbcTokenStore.Builder builder = JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(SERIALIZER)
                .schema(schema(table))
                .contentType(byte[].class);
        return node.isEmpty() ? builder.build() : builder.nodeId(node).build();
    }

    private static TokenSchema schema(String table) {
        return TokenSchema.builder()
                .setTokenTable(table)
                .setProcessorNameColumn("processor_name")
                .setSegmentColumn("segment")
                .setTokenColumn("token")
                .setTokenTypeColumn("token_type")
                .setTimestampColumn("touched_at")
                .setOwnerColumn("owner")
                .build();
    }
}
