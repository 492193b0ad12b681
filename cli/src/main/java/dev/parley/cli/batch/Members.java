package dev.parley.cli.batch;

import dev.parley.documents.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Members of a request that are of a type of their own. */
final class Members {
    private Members() {}

    /** An instant, or null. */
    static @Nullable Instant optionalInstant(JsonObject request, String name) {
        return request.optional(name) == null ? null : request.instant(name);
    }

    /**
     * A whole number that fits into a long.
     *
     * @throws dev.parley.domain.value.InvalidValueException if it is missing or none
     */
    static long whole(JsonObject request, String name) {
        request.required(name);
        Long whole = request.optionalWhole(name);
        return whole == null ? 0 : whole;
    }
}
