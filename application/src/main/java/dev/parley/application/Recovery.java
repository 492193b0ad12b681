package dev.parley.application;

import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.DeliveryFilter;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.NegotiationOutline;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.Stored;
import dev.parley.domain.port.UnreadableRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One pass over everything that is not settled, holding one page in memory at a time.
 *
 * @param <T> what is read of a negotiation
 */
final class Recovery<T> {
    private static final int PAGE_SIZE = 500;

    private final NegotiationStore store;
    private final Function<PageRequest, Page<Stored<T>>> active;
    private final Function<T, NegotiationState> state;
    private final Consumer<? super Stored<T>> onRecovered;
    private final Map<NegotiationState, Long> inFlight = new EnumMap<>(NegotiationState.class);
    private final List<UnreadableRow> unreadable = new ArrayList<>();

    private Recovery(
            NegotiationStore store,
            Function<PageRequest, Page<Stored<T>>> active,
            Function<T, NegotiationState> state,
            Consumer<? super Stored<T>> onRecovered) {
        this.store = store;
        this.active = active;
        this.state = state;
        this.onRecovered = onRecovered;
    }

    static Recovery<NegotiationSnapshot> whole(
            NegotiationStore store, Consumer<? super Stored<Negotiation>> onRecovered) {
        return new Recovery<>(
                store,
                request -> store.negotiations(NegotiationFilter.active(), request),
                NegotiationSnapshot::state,
                stored -> onRecovered.accept(stored.map(Negotiation::restore)));
    }

    static Recovery<NegotiationOutline> outlined(
            NegotiationStore store, Consumer<? super Stored<NegotiationOutline>> onRecovered) {
        return new Recovery<>(
                store,
                request -> store.outlines(NegotiationFilter.active(), request),
                NegotiationOutline::state,
                onRecovered);
    }

    RecoveryReport run(Instant now) {
        Page.walk(PAGE_SIZE, active, this::visit);
        Page.walk(PAGE_SIZE, request -> store.owed(DeliveryFilter.open(), request), this::look);
        // Last, since it writes: a disk without room must not keep anything in flight from being given back.
        unreadable.forEach(row -> store.quarantine(row, now));
        long recovered = inFlight.values().stream().mapToLong(Long::longValue).sum();
        return new RecoveryReport(recovered, inFlight, store.backlog(now), unreadable);
    }

    private void visit(Page<Stored<T>> page) {
        page.rows().forEach(this::recover);
        unreadable.addAll(page.unreadable());
    }

    private void look(Page<OwedMessage> page) {
        unreadable.addAll(page.unreadable());
    }

    private void recover(Stored<T> stored) {
        onRecovered.accept(stored);
        inFlight.merge(state.apply(stored.value()), 1L, Long::sum);
    }
}
