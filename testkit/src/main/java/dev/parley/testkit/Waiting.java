package dev.parley.testkit;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.DeliveryState;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.port.Backlog;
import dev.parley.domain.port.NegotiationFilter;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What in some contents waits to be looked after. */
final class Waiting {
    private Waiting() {}

    static Backlog in(Contents contents, Instant now) {
        NegotiationFilter overdue = NegotiationFilter.overdue(now);
        long sending = contents.messages.count(message -> is(message, DeliveryState.SENDING));
        long abandoned = contents.messages.count(message ->
                is(message, DeliveryState.SENDING) && message.delivery().isDue(now));
        return new Backlog(
                contents.negotiations.count(row -> overdue.accepts(row.snapshot())),
                count(contents, DeliveryState.PENDING) + sending - abandoned,
                count(contents, DeliveryState.UNCONFIRMED) + abandoned,
                count(contents, DeliveryState.FAILED),
                0,
                contents.negotiations.count(Row::unbooked));
    }

    /** The message that has been due the longest; a pending one only if it is the first its negotiation still owes. */
    static Optional<OwedMessage> due(Contents contents, Instant now) {
        Set<NegotiationId> owing = new HashSet<>();
        OwedMessage longest = null;
        for (OwedMessage message : unsettled(contents)) {
            boolean first = owing.add(message.message().negotiationId());
            boolean due = message.delivery().isDue(now) && (first || !is(message, DeliveryState.PENDING));
            if (due && (longest == null || dueAt(message).isBefore(dueAt(longest)))) {
                longest = message;
            }
        }
        return Optional.ofNullable(longest);
    }

    private static List<OwedMessage> unsettled(Contents contents) {
        return contents.messages
                .all()
                .filter(message -> !message.delivery().state().isSettled())
                .toList();
    }

    private static Instant dueAt(OwedMessage message) {
        Instant dueAt = message.delivery().dueAt();
        return dueAt == null ? Instant.MAX : dueAt;
    }

    private static long count(Contents contents, DeliveryState state) {
        return contents.messages.count(message -> is(message, state));
    }

    private static boolean is(OwedMessage message, DeliveryState state) {
        return message.delivery().state() == state;
    }
}
