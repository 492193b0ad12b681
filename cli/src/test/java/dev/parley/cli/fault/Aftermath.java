package dev.parley.cli.fault;

import dev.parley.application.delivery.Deliveries;
import dev.parley.application.delivery.DispatchReport;
import dev.parley.application.delivery.SendResult;
import dev.parley.application.delivery.UnconfirmedPolicy;
import dev.parley.crash.MailServer;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.DeliveryState;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.port.DeliveryFilter;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** A file after a fault, opened by a process that nobody kills. */
record Aftermath(NegotiationStore store, InstantSource clock, MailServer mail) implements AutoCloseable {
    Deliveries deliveries() {
        return new Deliveries(store, clock);
    }

    /** Handles all that is due. */
    void dispatch(UnconfirmedPolicy policy) {
        DispatchReport report = OrchestratorMain.dispatcher(
                        store,
                        message -> SendResult.sent(mail.send(
                                message.id().value(),
                                message.message().negotiationId().value())),
                        policy,
                        clock)
                .dispatch();
        if (report.stoppage() != null || !report.deviations().isEmpty()) {
            throw new AssertionError("nobody is in the way, but " + report);
        }
    }

    /** Every message that was ever owed, in the order it was. */
    List<OwedMessage> owed() {
        List<OwedMessage> all = new ArrayList<>();
        OptionalLong next = OptionalLong.of(0);
        while (next.isPresent()) {
            Page<OwedMessage> page = deliveries().list(DeliveryFilter.all(), new PageRequest(next.getAsLong(), 1_000));
            if (!page.unreadable().isEmpty()) {
                throw new AssertionError("unreadable: " + page.unreadable());
            }
            all.addAll(page.rows());
            next = page.next();
        }
        return all;
    }

    boolean isSent(OwedMessage message) {
        return message.delivery().state() == DeliveryState.SENT;
    }

    /** What is neither sent nor unconfirmed, although nothing unconfirmed is before it. */
    List<OwedMessage> heldByNobody() {
        Set<NegotiationId> held = new HashSet<>();
        List<OwedMessage> free = new ArrayList<>();
        for (OwedMessage message : owed()) {
            NegotiationId id = message.message().negotiationId();
            if (message.delivery().state() == DeliveryState.UNCONFIRMED) {
                held.add(id);
            } else if (!isSent(message) && !held.contains(id)) {
                free.add(message);
            }
        }
        return free;
    }

    /** The negotiations whose messages were sent and that are not on the thread that the mail server gave. */
    List<NegotiationId> withoutThread() {
        return owed().stream()
                .map(message -> message.message().negotiationId())
                .distinct()
                .filter(id -> !MailServer.threadOf(id)
                        .equals(store.find(id).orElseThrow().value().threadId()))
                .toList();
    }

    @Override
    public void close() {
        store.close();
    }
}
