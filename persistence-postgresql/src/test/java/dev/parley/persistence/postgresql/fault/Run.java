package dev.parley.persistence.postgresql.fault;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.DeliveryFilter;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.PageRequest;
import dev.parley.persistence.postgresql.PostgresNegotiationStore;
import dev.parley.persistence.postgresql.PostgresNegotiationStore.Durability;
import dev.parley.persistence.postgresql.PostgresNegotiationStore.Options;
import dev.parley.postgresql.server.TestSchema;
import dev.parley.testkit.Fixtures;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A campaign's negotiations that nodes are told to open, not too many at once, until all have ended. */
final class Run {
    private static final int AT_ONCE = 60;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final Nodes nodes;
    private final TestSchema schema;
    private final List<NegotiationId> all = new ArrayList<>();
    private final Deque<NegotiationId> waiting = new ArrayDeque<>();
    private final int length;
    private long progress;
    private long progressed = System.nanoTime();

    /** Registers the campaign and lays the negotiations down, by the seed. */
    Run(Nodes nodes, TestSchema schema, long seed, int negotiations) {
        this.nodes = nodes;
        this.schema = schema;
        for (int i = 0; i < negotiations; i++) {
            all.add(new NegotiationId("n" + seed + "." + i));
        }
        waiting.addAll(all);
        length = all.stream().mapToInt(id -> Course.of(id).length()).sum();
        try (NegotiationStore store = store()) {
            store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
        }
    }

    /** How many acknowledgements there will be, about. */
    int length() {
        return length;
    }

    List<NegotiationId> negotiations() {
        return all;
    }

    /** Goes on until something is so. */
    void until(BooleanSupplier enough) throws Exception {
        while (!enough.getAsBoolean()) {
            turn();
        }
    }

    /** Goes on for one turn; true if nothing is left to do. */
    boolean turn() throws Exception {
        if (waiting.size() > all.size() - AT_ONCE) {
            open();
        }
        boolean quiet = !nodes.turn();
        if (nodes.ledger().acknowledged() > progress) {
            progress = nodes.ledger().acknowledged();
            progressed = System.nanoTime();
            // Each ends after some steps; for as many as should have ended, others are opened.
            while (!waiting.isEmpty()
                    && (all.size() - waiting.size() - AT_ONCE) * (long) length < progress * all.size()) {
                open();
            }
        }
        if (System.nanoTime() - progressed > PATIENCE_NANOS) {
            throw new AssertionError("nothing goes on: " + nodes);
        }
        if (!quiet) {
            return false;
        }
        open();
        return waiting.isEmpty() && nodes.errands().areDone() && isOver();
    }

    /** One of three is to be opened by two nodes. */
    private void open() {
        if (!waiting.isEmpty()) {
            NegotiationId id = waiting.remove();
            nodes.errands().add("open", id.value());
            if (all.indexOf(id) % 3 == 0) {
                nodes.errands().add("open", id.value());
            }
        }
    }

    private boolean isOver() {
        try (NegotiationStore store = store()) {
            PageRequest one = PageRequest.first(1);
            return store.negotiations(NegotiationFilter.active(), one).rows().isEmpty()
                    && store.owed(DeliveryFilter.open(), one).rows().isEmpty();
        }
    }

    Audit audit() {
        try (NegotiationStore store = store()) {
            return Audit.of(store, nodes.ledger(), nodes.post(), all);
        }
    }

    NegotiationStore store() {
        return PostgresNegotiationStore.open(
                schema.dataSource(), Options.defaults().durability(Durability.AS_CONFIGURED));
    }
}
