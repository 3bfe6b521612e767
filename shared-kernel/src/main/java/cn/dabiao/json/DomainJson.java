package cn.dabiao.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;

import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON settings that stored events keep for ever and the wire shares. */
public final class DomainJson {

    /** An attribute of mappers that read what somebody sends: a seal is made here, and never handed in. */
    public static final Object FROM_OUTSIDE = "cn.dabiao.from-outside";

    private static final JsonMapper MAPPER = configure(JsonMapper.builder()).build();

    private DomainJson() {}

    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** Nothing unknown, nothing guessed: components in their order, no nulls, plain decimals, no enum by number. */
    public static JsonMapper.Builder configure(JsonMapper.Builder builder) {
        return builder.addModule(new DomainModule())
                .addModule(Times.module())
                .changeDefaultPropertyInclusion(it -> it.withValueInclusion(JsonInclude.Include.NON_NULL))
                // A record's isComplete() is a question to it and not a component of it.
                .changeDefaultVisibility(it -> it.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }
}
