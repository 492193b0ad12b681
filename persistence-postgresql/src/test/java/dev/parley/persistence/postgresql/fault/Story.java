package dev.parley.persistence.postgresql.fault;

import dev.parley.crash.MailServer;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.message.DeliveryState;
import dev.parley.domain.message.InboundMessage;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.negotiation.HistoryEntry;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.negotiation.TransitionTable;
import dev.parley.domain.port.Stored;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** One negotiation as a store tells it in the end: its history says what else must be there. */
record Story(Stored<NegotiationSnapshot> stored, List<InboundMessage> handled, List<OwedMessage> owed) {
    /** The names of its steps, in order. */
    List<String> names() {
        return stored.value().history().stream()
                .filter(entry -> entry.transition().event() != NegotiationEvent.TIMEOUT)
                .map(HistoryEntry::cause)
                .toList();
    }

    /** How often it has expired. */
    int timeouts() {
        return stored.value().history().size() - names().size();
    }

    NegotiationState state() {
        return stored.value().state();
    }

    List<String> contradictions() {
        NegotiationSnapshot negotiation = stored.value();
        List<String> found = new ArrayList<>();
        if (!TransitionTable.isTerminal(state())) {
            found.add("not ended: " + negotiation);
        }
        if (new HashSet<>(names()).size() != names().size()) {
            found.add("a step taken twice: " + negotiation.id() + " " + names());
        }
        // Opened, each step, each deadline, and the thread that the offer went out on.
        int revisions = 1 + negotiation.history().size() + 1;
        if (stored.revision() != revisions) {
            found.add("at revision " + stored.revision() + ", not " + revisions + ": " + negotiation.id());
        }
        if (!MailServer.threadOf(negotiation.id()).equals(negotiation.threadId())) {
            found.add("not on its thread: " + negotiation.id());
        }
        List<MessageId> heard = handled.stream().map(InboundMessage::id).toList();
        if (!heard.equals(toBeHeard())) {
            found.add("has handled " + heard + ", not " + toBeHeard());
        }
        List<MessageId> owes = owed.stream().map(OwedMessage::id).toList();
        if (!owes.equals(toBeOwed())) {
            found.add("owes " + owes + ", not " + toBeOwed());
        }
        owed.stream()
                .filter(message -> message.delivery().state() != DeliveryState.SENT)
                .forEach(message -> found.add("not recorded as sent: " + message.id()));
        return found;
    }

    private List<MessageId> toBeHeard() {
        return names().stream()
                .filter(name -> name.startsWith(Decisions.HEAR))
                .map(name -> new MessageId(name.substring(Decisions.HEAR.length())))
                .toList();
    }

    private List<MessageId> toBeOwed() {
        List<MessageId> messages = new ArrayList<>();
        for (HistoryEntry entry : stored.value().history()) {
            switch (entry.transition().event()) {
                case SEND_OFFER -> messages.add(Course.of(stored.value().id()).offer());
                case SEND_COUNTER, RESUME_COUNTER ->
                    messages.add(Course.counterTo(entry.cause()
                            .substring(entry.cause().indexOf(stored.value().id().value()))));
                default -> {
                    // Owes nothing.
                }
            }
        }
        return messages;
    }
}
