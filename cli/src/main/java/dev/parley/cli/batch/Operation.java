package dev.parley.cli.batch;

import dev.parley.documents.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the protocol.
 *
 * @param members the members a request for it may have besides {@code id} and {@code op}
 * @param action does what is asked and gives the result; throws if it is refused
 */
record Operation(Set<String> members, Function<JsonObject, Map<String, @Nullable Object>> action) {
    /**
     * Does what a request asks.
     *
     * @throws dev.parley.domain.value.InvalidValueException if it has a member that is not known, which may be a typo
     */
    Map<String, @Nullable Object> perform(JsonObject request) {
        List<String> known = new ArrayList<>(members);
        known.add(RequestId.MEMBER);
        known.add(Operations.MEMBER);
        request.requireOnly(known);
        return action.apply(request);
    }
}
