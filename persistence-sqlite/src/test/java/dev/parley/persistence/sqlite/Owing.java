package dev.parley.persistence.sqlite;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.OutboundMessage;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Outbox;
import dev.parley.testkit.Fixtures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Negotiations that owe messages, and a dispatcher that takes them all. */
final class Owing {
    /** When everything that is owed here by default has been due for a minute. */
    static final Instant NOW = Fixtures.OPENED_AT.plusSeconds(60);

    /** Until when what was claimed is nobody else's. */
    static final Instant UNTIL = NOW.plusSeconds(60);

    private Owing() {}

    /** Opens a negotiation that owes messages, due when it is opened. */
    static void open(NegotiationStore store, String negotiation, String... messages) {
        openDue(store, negotiation, Fixtures.OPENED_AT, messages);
    }

    /** Opens a negotiation that owes messages, due at some time. */
    static void openDue(NegotiationStore store, String negotiation, Instant due, String... messages) {
        NegotiationId id = new NegotiationId(negotiation);
        List<OutboundMessage> owed = Arrays.stream(messages)
                .map(message -> Fixtures.outbound(message, id))
                .map(message -> new OutboundMessage(message.id(), id, due, message.content()))
                .toList();
        open(store, id, owed);
    }

    /** Opens a negotiation that owes messages. */
    static void open(NegotiationStore store, NegotiationId id, List<OutboundMessage> owed) {
        NegotiationChange opened =
                NegotiationChange.opened(Fixtures.negotiation(id.value()).snapshot());
        store.commit(Commit.of(List.of(Fixtures.campaign(Fixtures.CAMPAIGN)), List.of(opened))
                .withMessages(List.of(), owed));
    }

    /** Claims until nothing is left; the ids in the order they were given. */
    static List<String> claimAll(Outbox outbox) {
        List<String> claimed = new ArrayList<>();
        for (Optional<OwedMessage> next = outbox.claim(NOW, UNTIL); next.isPresent(); next = outbox.claim(NOW, UNTIL)) {
            claimed.add(next.get().id().value());
        }
        return claimed;
    }
}
