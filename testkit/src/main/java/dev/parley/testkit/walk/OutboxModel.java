package dev.parley.testkit.walk;

import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.DeliveryState;
import dev.parley.domain.message.OutboundMessage;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.DeliveryChange;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The owed messages of a {@link Model}, in the order they were committed. */
final class OutboxModel {
    private final Map<MessageId, OwedMessage> messages = new LinkedHashMap<>();

    void take(Commit commit) {
        for (OutboundMessage message : commit.owed()) {
            messages.put(message.id(), OwedMessage.of(message));
        }
        for (DeliveryChange change : commit.deliveries()) {
            messages.computeIfPresent(
                    change.id(), (id, message) -> new OwedMessage(message.message(), change.delivery()));
        }
    }

    void delete(NegotiationId id) {
        messages.values().removeIf(message -> message.message().negotiationId().equals(id));
    }

    void claim(OwedMessage claimed) {
        messages.put(claimed.id(), claimed);
    }

    List<OwedMessage> all() {
        return List.copyOf(messages.values());
    }

    /** Those a claim may give: of what is due and need not wait for its turn, what has been due the longest. */
    List<OwedMessage> claimable(Instant now) {
        List<OwedMessage> candidates = messages.values().stream()
                .filter(message -> isDue(message, now) && !mustWait(message))
                .toList();
        Optional<Instant> longest = candidates.stream()
                .map(OutboxModel::dueAt)
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
        return candidates.stream()
                .filter(message -> dueAt(message).equals(longest))
                .toList();
    }

    private boolean mustWait(OwedMessage message) {
        if (message.delivery().state() != DeliveryState.PENDING) {
            return false;
        }
        return messages.values().stream()
                .takeWhile(earlier -> !earlier.id().equals(message.id()))
                .filter(earlier -> earlier.message()
                        .negotiationId()
                        .equals(message.message().negotiationId()))
                .map(earlier -> earlier.delivery().state())
                .anyMatch(state -> state != DeliveryState.SENT && state != DeliveryState.GIVEN_UP);
    }

    long owed(Instant now) {
        return count(message -> message.delivery().state() == DeliveryState.PENDING
                || (message.delivery().state() == DeliveryState.SENDING && !isDue(message, now)));
    }

    long unconfirmed(Instant now) {
        return count(message -> message.delivery().state() == DeliveryState.UNCONFIRMED
                || (message.delivery().state() == DeliveryState.SENDING && isDue(message, now)));
    }

    long failed() {
        return count(message -> message.delivery().state() == DeliveryState.FAILED);
    }

    private long count(Predicate<OwedMessage> wanted) {
        return messages.values().stream().filter(wanted).count();
    }

    private static boolean isDue(OwedMessage message, Instant now) {
        return dueAt(message).filter(due -> due.compareTo(now) <= 0).isPresent();
    }

    private static Optional<Instant> dueAt(OwedMessage message) {
        return Optional.ofNullable(message.delivery().dueAt());
    }
}
