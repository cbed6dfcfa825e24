package dev.byline.platform.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** JSON as the contract wants it: nothing guessed, nothing ignored, nothing unbounded. */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {

    private static final int DEPTH = 40;
    private static final int TEXT = 1_000_000;
    private static final int NUMBER = 40;
    private static final int NAME = 200;

    // After Quarkus, whose modules bring laxer readers of the same types: the last one counts.
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        utf8Only(mapper);
        mapper.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder()
                                .maxNestingDepth(DEPTH)
                                .maxStringLength(TEXT)
                                .maxNumberLength(NUMBER)
                                .maxNameLength(NAME)
                                .build());
        mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        mapper.enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        for (LogicalType type :
                List.of(
                        LogicalType.Integer,
                        LogicalType.Float,
                        LogicalType.Boolean,
                        LogicalType.Textual)) {
            refuse(mapper.coercionConfigFor(type), type);
        }
        mapper.setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
        mapper.registerModule(
                new SimpleModule("byline")
                        .addDeserializer(String.class, new CleanText())
                        .addDeserializer(Instant.class, new Rfc3339()));
    }

    @SuppressWarnings("deprecation") // a mapper's factory can't be built anew here
    private static void utf8Only(ObjectMapper mapper) {
        mapper.getFactory().setInputDecorator(new Utf8Only());
    }

    private static void refuse(MutableCoercionConfig config, LogicalType type) {
        for (CoercionInputShape shape : CoercionInputShape.values()) {
            boolean own =
                    switch (shape) {
                        case Integer -> type == LogicalType.Integer || type == LogicalType.Float;
                        case Float -> type == LogicalType.Float;
                        case Boolean -> type == LogicalType.Boolean;
                        case String, EmptyString -> type == LogicalType.Textual;
                        default -> false;
                    };
            config.setCoercion(shape, own ? CoercionAction.TryConvert : CoercionAction.Fail);
        }
    }
}
