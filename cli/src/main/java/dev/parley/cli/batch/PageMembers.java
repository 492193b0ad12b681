package dev.parley.cli.batch;

import dev.parley.documents.JsonObject;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.value.InvalidValueException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which part of a long answer a request wants. */
final class PageMembers {
    private static final String AFTER = "after";
    private static final String LIMIT = "limit";
    private static final int DEFAULT_LIMIT = 100;

    private PageMembers() {}

    /** The members of a request for a page, besides its own. */
    static Set<String> and(String... own) {
        Set<String> members = new HashSet<>(Set.of(own));
        members.add(AFTER);
        members.add(LIMIT);
        return Set.copyOf(members);
    }

    /** The page that a request wants; without a position the first one. */
    static PageRequest of(JsonObject request) {
        Long after = request.optionalWhole(AFTER);
        return new PageRequest(after == null ? 0 : after, limit(request));
    }

    /**
     * Refuses to show a page of something that is answered whole.
     *
     * @param chosen the member that asks for all of it
     */
    static void requireNone(JsonObject request, String chosen) {
        for (String name : List.of(AFTER, LIMIT)) {
            if (request.optional(name) != null) {
                throw new InvalidValueException(name, "does not go with " + chosen + "; leave one of them out");
            }
        }
    }

    private static int limit(JsonObject request) {
        return request.optional(LIMIT) == null ? DEFAULT_LIMIT : request.integer(LIMIT);
    }
}
