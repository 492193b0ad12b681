package dev.parley.cli.fault;

import dev.parley.application.Negotiations;
import dev.parley.application.Step;
import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.Stored;
import dev.parley.testkit.Fixtures;
import java.util.List;
import java.util.Map;

/** How a negotiation goes, and what each step of it owes: four messages in all. */
final class Script {
    private static final Map<NegotiationState, List<NegotiationEvent>> EVENTS = Map.of(
            NegotiationState.INITIAL_OFFER, List.of(NegotiationEvent.SEND_OFFER),
            NegotiationState.AWAITING_REPLY, List.of(NegotiationEvent.RECEIVE_REPLY, NegotiationEvent.SEND_COUNTER),
            NegotiationState.COUNTER_SENT, List.of(NegotiationEvent.RECEIVE_REPLY, NegotiationEvent.REJECT));

    /** The numbers of the messages that a step owes. */
    private static final Map<NegotiationState, List<Integer>> MESSAGES = Map.of(
            NegotiationState.INITIAL_OFFER, List.of(1),
            NegotiationState.AWAITING_REPLY, List.of(2, 3),
            NegotiationState.COUNTER_SENT, List.of(4));

    private final Negotiations negotiations;

    Script(Negotiations negotiations) {
        this.negotiations = negotiations;
    }

    void open(NegotiationId id) {
        negotiations.open(id, Fixtures.CAMPAIGN, Fixtures.context());
    }

    /**
     * Takes the next step, if it is not over; the messages that it owes are the answer. Who binds a thread meanwhile is no
     * obstacle, nor is another process that takes the same step.
     */
    List<MessageId> step(NegotiationId id) {
        NegotiationState before = negotiations.find(id).orElseThrow().value().state();
        if (before.isTerminal()) {
            return List.of();
        }
        negotiations.advance(id, current -> step(current, before));
        return messages(id, before);
    }

    boolean isOver(NegotiationId id) {
        return negotiations.find(id).orElseThrow().value().state().isTerminal();
    }

    private static Step step(Stored<Negotiation> current, NegotiationState before) {
        NegotiationId id = current.value().id();
        Step step = Step.on(current, EVENTS.get(before).toArray(NegotiationEvent[]::new))
                .handles(new MessageId("in " + before), Fixtures.OPENED_AT, Attributes.empty());
        for (MessageId message : messages(id, before)) {
            step = step.owes(message, Fixtures.context());
        }
        return step;
    }

    private static List<MessageId> messages(NegotiationId id, NegotiationState before) {
        return MESSAGES.get(before).stream()
                .map(number -> new MessageId(id + "-out-" + number))
                .toList();
    }
}
