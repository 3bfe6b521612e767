package cn.dabiao.query.projecting;

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

/** Tracking tokens: where they are kept, how they are written, what position they mean. */
public final class Tokens {

    /** The position of a projection that has not seen any event. */
    public static final long NOTHING = -1;

    /** A replay's token names the classes in it: no others than Axon's may be named. */
    static final Serializer SERIALIZER = Jackson3Serializer.builder()
            .jsonMapperBuilderCustomizer(mapper -> mapper.polymorphicTypeValidator(
                    BasicPolymorphicTypeValidator.builder()
                            .allowIfSubType("org.axonframework.eventhandling.")
                            .build()))
            .build();

    private static final TokenSchema SCHEMA = TokenSchema.builder()
            .setTokenTable("view.token_entry")
            .setProcessorNameColumn("processor_name")
            .setSegmentColumn("segment")
            .setTokenColumn("token")
            .setTokenTypeColumn("token_type")
            .setTimestampColumn("touched_at")
            .setOwnerColumn("owner")
            .build();

    private Tokens() {}

    public static TokenStore store(ConnectionProvider connections, String node) {
        JdbcTokenStore.Builder builder = JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(SERIALIZER)
                .schema(SCHEMA)
                .contentType(byte[].class);
        return node.isEmpty() ? builder.build() : builder.nodeId(node).build();
    }

    /** A stored token; null stands before the first event. */
    public static @Nullable TrackingToken read(byte @Nullable [] token, @Nullable String type) {
        return token == null || type == null
                ? null
                : SERIALIZER.deserialize(new SimpleSerializedObject<>(token, byte[].class, type, null));
    }

    /** The position up to which everything has been seen. */
    public static long shown(@Nullable TrackingToken token) {
        TrackingToken plain = token == null ? null : WrappedToken.unwrapLowerBound(token);
        return plain == null ? NOTHING : plain.position().orElse(NOTHING);
    }
}
