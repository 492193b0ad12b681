package dev.parley.persistence.rows.stored;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How many of the messages that the negotiations of a page have handled may be held: up to some MiB, of whole ones. */
final class HandledBudget implements Predicate<StoredInbound> {
    private static final long CHARACTERS = 4L << 20;

    private long held;
    private @Nullable String current;
    private @Nullable String cut;

    /** Whether a message is the first of a negotiation that is one too many for the page. */
    @Override
    public boolean test(StoredInbound message) {
        if (held >= CHARACTERS && !message.negotiationId().equals(current)) {
            cut = message.negotiationId();
            return true;
        }
        current = message.negotiationId();
        held += message.characters();
        return false;
    }

    /** The negotiations of a page whose messages were all read: at least one. */
    List<StoredNegotiation> whole(List<StoredNegotiation> rows) {
        String first = cut;
        if (first == null) {
            return rows;
        }
        return rows.stream()
                .takeWhile(row -> !row.row().negotiationId().equals(first))
                .toList();
    }
}
