package dev.parley.persistence.postgresql.fault;

import dev.parley.application.delivery.Deliveries;
import dev.parley.application.delivery.DispatchOptions;
import dev.parley.application.delivery.DispatchReport.Stoppage;
import dev.parley.application.delivery.MessageDispatcher;
import dev.parley.application.delivery.SendResult;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.message.DeliveryState;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.message.Receipt;
import dev.parley.domain.port.DeliveryFilter;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.PageRequest;
import dev.parley.persistence.postgresql.fault.Orders.Manner;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** How a node sends what is owed. */
@FunctionalInterface
interface Sending {
    /** How long a node has a message to itself, and so how long a dead one's message waits. */
    Duration LEASE = Duration.ofSeconds(3);

    /** How many messages the control sees at once. */
    int AT_ONCE = 20;

    /** Sends what is due; the answer says nothing. */
    Object round();

    static Sending by(Manner manner, NegotiationStore store, Postbox postbox, InstantSource clock) {
        return switch (manner) {
            case DISPATCHED -> dispatched(store, postbox, clock);
            case UNCLAIMED -> () -> unclaimed(store, postbox, new Deliveries(store, clock));
        };
    }

    private static Sending dispatched(NegotiationStore store, Postbox postbox, InstantSource clock) {
        DispatchOptions options = DispatchOptions.defaults()
                .withLease(LEASE)
                .withMaxAttempts(1_000)
                .withRetries(Duration.ofMillis(100), Duration.ofSeconds(1));
        MessageDispatcher dispatcher = new MessageDispatcher(store, postbox, postbox, clock, new Random(), options);
        return () -> {
            Stoppage stoppage = dispatcher.dispatch().stoppage();
            if (stoppage != null) {
                Patience.told(stoppage.cause(), "stopped");
            }
            return dispatcher;
        };
    }

    /** A control: sends what it sees, and claims it only to record that. */
    private static Deliveries unclaimed(NegotiationStore store, Postbox postbox, Deliveries deliveries) {
        Map<MessageId, Receipt> sent = new HashMap<>();
        for (OwedMessage seen : store.owed(DeliveryFilter.in(DeliveryState.PENDING), PageRequest.first(AT_ONCE))
                .rows()) {
            if (postbox.send(seen) instanceof SendResult.Sent result) {
                sent.put(seen.id(), result.receipt());
            }
        }
        for (int i = 0; i < sent.size(); i++) {
            deliveries.claim(LEASE).ifPresent(claimed -> record(deliveries, claimed, sent.get(claimed.id())));
        }
        return deliveries;
    }

    private static void record(Deliveries deliveries, OwedMessage claimed, @Nullable Receipt receipt) {
        if (receipt == null) {
            deliveries.deferred(claimed, claimed.delivery().since(), "another was sent");
        } else {
            deliveries.sent(claimed, receipt);
        }
    }
}
