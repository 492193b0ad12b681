package dev.parley.domain.negotiation;

import dev.parley.domain.attributes.Attributes;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What happens to one negotiation at once.
 *
 * @param events what happens, in order; may be empty if something else changes
 * @param cause why, in the caller's words, or null
 * @param remove names of top-level keys to drop from the context; one that is not there is no error
 * @param put top-level keys to set or replace in the context, after the removal
 * @param replyDueAt when the time for the reply is over that is waited for after the events; null leaves the deadline
 *     to the events
 */
public record NegotiationStep(
        List<NegotiationEvent> events,
        @Nullable String cause,
        Set<String> remove,
        Attributes put,
        @Nullable Instant replyDueAt) {
    /** Copies the collections. */
    public NegotiationStep {
        events = List.copyOf(events);
        remove = Set.copyOf(remove);
    }

    /** Events alone. */
    public static NegotiationStep of(List<NegotiationEvent> events, @Nullable String cause) {
        return new NegotiationStep(events, cause, Set.of(), Attributes.empty(), null);
    }

    /** Everything but what the caller wrote. */
    @Override
    public String toString() {
        return "NegotiationStep" + events;
    }
}
