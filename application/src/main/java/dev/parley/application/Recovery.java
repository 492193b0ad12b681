package dev.parley.application;

import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.DeliveryFilter;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.Stored;
import dev.parley.domain.port.UnreadableRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One pass over everything that is not settled, holding one page in memory at a time. */
final class Recovery {
    private static final int PAGE_SIZE = 500;

    private final NegotiationStore store;
    private final Instant now;
    private final Consumer<? super Stored<Negotiation>> onRecovered;
    private final Map<NegotiationState, Long> inFlight = new EnumMap<>(NegotiationState.class);
    private final List<UnreadableRow> unreadable = new ArrayList<>();

    Recovery(NegotiationStore store, Instant now, Consumer<? super Stored<Negotiation>> onRecovered) {
        this.store = store;
        this.now = now;
        this.onRecovered = onRecovered;
    }

    RecoveryReport run() {
        Page.walk(PAGE_SIZE, request -> store.negotiations(NegotiationFilter.active(), request), this::visit);
        Page.walk(PAGE_SIZE, request -> store.owed(DeliveryFilter.open(), request), this::look);
        // Last, since it writes: a disk without room must not keep anything in flight from being given back.
        unreadable.forEach(row -> store.quarantine(row, now));
        long recovered = inFlight.values().stream().mapToLong(Long::longValue).sum();
        return new RecoveryReport(recovered, inFlight, store.backlog(now), unreadable);
    }

    private void visit(Page<Stored<NegotiationSnapshot>> page) {
        page.rows().forEach(this::recover);
        unreadable.addAll(page.unreadable());
    }

    private void look(Page<OwedMessage> page) {
        unreadable.addAll(page.unreadable());
    }

    private void recover(Stored<NegotiationSnapshot> stored) {
        onRecovered.accept(stored.map(Negotiation::restore));
        inFlight.merge(stored.value().state(), 1L, Long::sum);
    }
}
