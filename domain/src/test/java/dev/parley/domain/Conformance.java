package dev.parley.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files that say, case by case, how a negotiation and a tracker behave. */
public final class Conformance {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Conformance() {}

    public static JsonNode read(String file) {
        try (InputStream in = Conformance.class.getResourceAsStream("/conformance/" + file)) {
            return JSON.readTree(Objects.requireNonNull(in, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static @Nullable String text(JsonNode node, String key) {
        JsonNode value = node.required(key);
        return value.isNull() ? null : value.asString();
    }

    public static @Nullable BigDecimal decimal(JsonNode node, String key) {
        String text = text(node, key);
        return text == null ? null : new BigDecimal(text);
    }
}
