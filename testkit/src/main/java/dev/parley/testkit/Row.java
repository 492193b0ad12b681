package dev.parley.testkit;

import dev.parley.domain.identity.IdempotencyKey;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.message.InboundMessage;
import dev.parley.domain.negotiation.History;
import dev.parley.domain.negotiation.HistoryEntry;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationCopy;
import dev.parley.domain.port.RecordedStep;
import dev.parley.domain.port.Stored;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A negotiation as the in-memory store keeps it, with all that is deleted together with it.
 *
 * @param stored the negotiation at its revision
 * @param handled its inbound messages
 * @param owed the ids of its outbound messages
 * @param steps what came of the steps it has taken by name
 * @param unbooked whether it has reached agreed while no agreement of it was booked
 */
record Row(
        Stored<NegotiationSnapshot> stored,
        List<InboundMessage> handled,
        List<MessageId> owed,
        List<RecordedStep> steps,
        boolean unbooked) {

    static Row opened(NegotiationSnapshot snapshot) {
        return new Row(new Stored<>(snapshot, 1), List.of(), List.of(), List.of(), false);
    }

    static Row restored(NegotiationCopy copy) {
        return new Row(copy.stored(), copy.handled(), List.of(), copy.steps(), copy.agreementMissing());
    }

    NegotiationCopy copy() {
        return new NegotiationCopy(stored, handled, steps, unbooked);
    }

    /** What never changes is taken from what is stored, whatever the change says. */
    Row changed(NegotiationChange change) {
        NegotiationSnapshot after = change.snapshot();
        History history = History.of(snapshot().history());
        for (HistoryEntry entry : change.appended()) {
            history = history.append(entry);
        }
        NegotiationSnapshot kept = new NegotiationSnapshot(
                id(),
                snapshot().campaignId(),
                after.threadId(),
                after.state(),
                after.roundCount(),
                after.replyDueAt(),
                after.context(),
                history,
                snapshot().createdAt(),
                after.updatedAt());
        return new Row(new Stored<>(kept, change.newRevision()), handled, owed, steps, unbooked);
    }

    Row handling(InboundMessage message) {
        return new Row(stored, join(handled, List.of(message)), owed, steps, unbooked);
    }

    Row owing(MessageId message) {
        return new Row(stored, handled, join(owed, List.of(message)), steps, unbooked);
    }

    Row stepped(RecordedStep step) {
        return new Row(stored, handled, owed, join(steps, List.of(step)), unbooked);
    }

    Optional<RecordedStep> step(IdempotencyKey key) {
        return steps.stream().filter(known -> known.step().key().equals(key)).findFirst();
    }

    /** Without what was handled: the messages and the names of steps. */
    Row forgetful() {
        return new Row(stored, List.of(), owed, List.of(), unbooked);
    }

    boolean endedBefore(Instant time) {
        return state().isTerminal() && snapshot().updatedAt().isBefore(time);
    }

    boolean hasHandled() {
        return !handled.isEmpty() || !steps.isEmpty();
    }

    Row agreed(boolean booked) {
        return new Row(stored, handled, owed, steps, !booked);
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
