package dev.parley.application;

import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.NegotiationNotFoundException;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.StaleRevisionException;
import dev.parley.domain.port.Stored;
import dev.parley.domain.port.UnreadableException;
import dev.parley.domain.port.UnreadableRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** One pass over the negotiations whose time for a reply is over, holding one page in memory at a time. */
final class Expiry {
    private static final int PAGE_SIZE = 500;

    private final NegotiationStore store;
    private final Instant now;
    private final NegotiationFilter overdue;
    private final Consumer<? super Stored<Negotiation>> onExpired;
    private final List<UnreadableRow> unreadable = new ArrayList<>();

    Expiry(NegotiationStore store, Instant now, Consumer<? super Stored<Negotiation>> onExpired) {
        this.store = store;
        this.now = now;
        this.overdue = NegotiationFilter.overdue(now);
        this.onExpired = onExpired;
    }

    ExpiryReport run() {
        long expired = 0;
        OptionalLong next = OptionalLong.of(0);
        while (next.isPresent()) {
            Page<Stored<NegotiationSnapshot>> page =
                    store.negotiations(overdue, new PageRequest(next.getAsLong(), PAGE_SIZE));
            page.unreadable().forEach(this::quarantine);
            expired += page.rows().stream().filter(this::expired).count();
            next = page.next();
        }
        return new ExpiryReport(expired, unreadable);
    }

    /** Whether it was this pass that let it expire. */
    private boolean expired(Stored<NegotiationSnapshot> found) {
        Optional<Stored<NegotiationSnapshot>> latest = Optional.of(found);
        // Goes round only when somebody else has committed a change of this negotiation meanwhile.
        while (latest.isPresent() && overdue.accepts(latest.get().value())) {
            if (committed(latest.get())) {
                return true;
            }
            latest = again(found);
        }
        return false;
    }

    private boolean committed(Stored<NegotiationSnapshot> stored) {
        NegotiationSnapshot before = stored.value();
        Negotiation after = Negotiation.restore(before)
                .on(List.of(NegotiationEvent.TIMEOUT), now, "no reply by " + before.replyDueAt());
        NegotiationChange change = NegotiationChange.changed(stored, after.snapshot());
        try {
            store.commit(Commit.of(change));
        } catch (StaleRevisionException | NegotiationNotFoundException somebodyWasFaster) {
            return false;
        }
        onExpired.accept(new Stored<>(after, change.newRevision()));
        return true;
    }

    private Optional<Stored<NegotiationSnapshot>> again(Stored<NegotiationSnapshot> found) {
        try {
            return store.find(found.value().id());
        } catch (UnreadableException damagedMeanwhile) {
            quarantine(damagedMeanwhile.row());
            return Optional.empty();
        }
    }

    private void quarantine(UnreadableRow row) {
        store.quarantine(row, now);
        unreadable.add(row);
    }
}
