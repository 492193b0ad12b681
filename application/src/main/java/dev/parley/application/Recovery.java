package dev.parley.application;

import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.Stored;
import dev.parley.domain.port.UnreadableRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One pass over everything that is not terminal, holding one page in memory at a time. */
final class Recovery {
    private static final int PAGE_SIZE = 500;

    private final NegotiationStore store;
    private final Consumer<? super Stored<Negotiation>> onRecovered;
    private final Map<NegotiationState, Long> inFlight = new EnumMap<>(NegotiationState.class);
    private final List<UnreadableRow> unreadable = new ArrayList<>();

    Recovery(NegotiationStore store, Consumer<? super Stored<Negotiation>> onRecovered) {
        this.store = store;
        this.onRecovered = onRecovered;
    }

    RecoveryReport run() {
        Page.walk(PAGE_SIZE, request -> store.negotiations(NegotiationFilter.active(), request), this::visit);
        long recovered = inFlight.values().stream().mapToLong(Long::longValue).sum();
        return new RecoveryReport(
                recovered,
                Collections.unmodifiableMap(inFlight),
                List.copyOf(unreadable),
                store.agreedWithoutAgreement());
    }

    private void visit(Page<Stored<NegotiationSnapshot>> page) {
        page.rows().forEach(this::recover);
        unreadable.addAll(page.unreadable());
    }

    private void recover(Stored<NegotiationSnapshot> stored) {
        onRecovered.accept(stored.map(Negotiation::restore));
        inFlight.merge(stored.value().state(), 1L, Long::sum);
    }
}
