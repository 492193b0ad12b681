package dev.parley.persistence.sqlite.fault;

import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.StaleRevisionException;
import dev.parley.domain.port.Stored;
import java.time.Instant;
import java.util.function.Consumer;

/** Lets deadlines that are over expire, as any number of threads and processes may do at once. */
record Expiring(NegotiationStore store, Instant now, String author, Consumer<Stored<NegotiationSnapshot>> onExpired) {
    void sweep() {
        for (Stored<NegotiationSnapshot> overdue : store.negotiations(
                        NegotiationFilter.overdue(now), PageRequest.first(PageRequest.MAX_LIMIT))
                .rows()) {
            Commit expired = Life.next(overdue, author);
            try {
                store.commit(expired);
                onExpired.accept(Life.after(expired));
            } catch (StaleRevisionException somebodyWasFaster) {
                // Then it has expired.
            }
        }
    }
}
