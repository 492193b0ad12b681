package dev.parley.application.delivery;

import dev.parley.application.Negotiations;
import dev.parley.application.Step;
import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.Delivery;
import dev.parley.domain.message.DeliveryState;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.InMemoryNegotiationStore;
import dev.parley.testkit.SettableClock;
import java.time.Duration;
import java.util.Map;
import java.util.Random;

/** A store with a campaign whose negotiations owe messages. */
final class Outgoing {
    /** The text that every message has, and that nothing but a sender may see. */
    static final String SECRET = "How about 25.50, Jane?";

    static final Duration LEASE = Duration.ofMinutes(5);

    final SettableClock clock = new SettableClock();
    final NegotiationStore store;
    final Negotiations negotiations;
    final Deliveries deliveries;
    final Random random = new Random(7);

    Outgoing() {
        this(new InMemoryNegotiationStore());
    }

    Outgoing(NegotiationStore store) {
        this.store = store;
        this.negotiations = new Negotiations(store, clock);
        this.deliveries = new Deliveries(store, clock);
        store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
    }

    static MessageId message(String id) {
        return new MessageId(id);
    }

    /** Has a negotiation owe one more message, and opens it if it is new. */
    MessageId owe(String negotiation, String message) {
        NegotiationId id = new NegotiationId(negotiation);
        if (negotiations.find(id).isEmpty()) {
            negotiations.open(id, Fixtures.CAMPAIGN, Attributes.empty());
        }
        negotiations.advance(
                id, stored -> Step.on(stored).owes(message(message), Attributes.of(Map.of("text", SECRET))));
        return message(message);
    }

    OwedMessage claim() {
        return deliveries.claim(LEASE).orElseThrow();
    }

    OwedMessage find(MessageId id) {
        return deliveries.find(id).orElseThrow();
    }

    Delivery delivery(MessageId id) {
        return find(id).delivery();
    }

    DeliveryState state(MessageId id) {
        return delivery(id).state();
    }

    MessageDispatcher dispatcher(MessageSender sender, UnconfirmedPolicy policy) {
        return dispatcher(store, sender, policy);
    }

    MessageDispatcher dispatcher(NegotiationStore through, MessageSender sender, UnconfirmedPolicy policy) {
        return new MessageDispatcher(through, sender, policy, clock, random, DispatchOptions.defaults());
    }
}
