package dev.parley.testkit;

import dev.parley.domain.identity.IdempotencyKey;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.message.InboundMessage;
import dev.parley.domain.message.OutboundMessage;
import dev.parley.domain.negotiation.HistoryEntry;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.Stored;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A negotiation as the in-memory store keeps it, with all that is deleted together with it.
 *
 * @param stored the negotiation at its revision
 * @param handled its inbound messages
 * @param owed its outbound messages
 * @param keys the steps it has taken by name
 * @param unbooked whether it has reached agreed while no agreement of it was booked
 */
record Row(
        Stored<NegotiationSnapshot> stored,
        List<InboundMessage> handled,
        List<OutboundMessage> owed,
        List<IdempotencyKey> keys,
        boolean unbooked) {

    static Row opened(NegotiationSnapshot snapshot) {
        return new Row(new Stored<>(snapshot, 1), List.of(), List.of(), List.of(), false);
    }

    /** What never changes is taken from what is stored, whatever the change says. */
    Row changed(NegotiationChange change) {
        NegotiationSnapshot after = change.snapshot();
        List<HistoryEntry> history = join(snapshot().history(), change.appended());
        NegotiationSnapshot kept = new NegotiationSnapshot(
                id(),
                snapshot().campaignId(),
                after.threadId(),
                after.state(),
                after.roundCount(),
                after.context(),
                history,
                snapshot().createdAt(),
                after.updatedAt());
        return new Row(new Stored<>(kept, change.newRevision()), handled, owed, keys, unbooked);
    }

    Row handling(InboundMessage message) {
        return new Row(stored, join(handled, List.of(message)), owed, keys, unbooked);
    }

    Row owing(OutboundMessage message) {
        return new Row(stored, handled, join(owed, List.of(message)), keys, unbooked);
    }

    Row named(IdempotencyKey key) {
        return new Row(stored, handled, owed, join(keys, List.of(key)), unbooked);
    }

    Row agreed(boolean booked) {
        return new Row(stored, handled, owed, keys, !booked);
    }

    NegotiationSnapshot snapshot() {
        return stored.value();
    }

    NegotiationId id() {
        return snapshot().id();
    }

    @Nullable
    ThreadId threadId() {
        return snapshot().threadId();
    }

    NegotiationState state() {
        return snapshot().state();
    }

    private static <T> List<T> join(List<T> before, List<T> more) {
        return Stream.concat(before.stream(), more.stream()).toList();
    }
}
