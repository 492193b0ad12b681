package dev.parley.domain.port;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.InboundMessage;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.value.InvalidValueException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Everything that a store keeps of one negotiation, as a value. The messages that it owes are not part of it: they have
 * an order among those of all negotiations.
 *
 * @param stored the negotiation at its revision
 * @param handled the messages it has handled, in the order they were committed
 * @param steps what came of the steps it has taken by name, in the order they were committed
 * @param agreementMissing whether it has reached agreed while no agreement of it was booked; see {@link
 *     Backlog#agreedWithoutAgreement}
 */
public record NegotiationCopy(
        Stored<NegotiationSnapshot> stored,
        List<InboundMessage> handled,
        List<RecordedStep> steps,
        boolean agreementMissing) {
    /**
     * Copies the lists.
     *
     * @throws InvalidValueException if a message is of another negotiation
     */
    public NegotiationCopy {
        handled = List.copyOf(handled);
        steps = List.copyOf(steps);
        for (InboundMessage message : handled) {
            if (!message.negotiationId().equals(stored.value().id())) {
                throw new InvalidValueException("handled", "has a message of negotiation " + message.negotiationId());
            }
        }
    }

    /** Which negotiation. */
    public NegotiationId id() {
        return stored.value().id();
    }

    /** Whether another copy is equal and has the keys of its context and contents in the same order, too. */
    public boolean isIdenticalTo(NegotiationCopy other) {
        return equals(other)
                && stored.value().context().isIdenticalTo(other.stored.value().context())
                && IntStream.range(0, handled.size())
                        .allMatch(i -> handled.get(i)
                                .content()
                                .isIdenticalTo(other.handled.get(i).content()));
    }

    /** Everything but content. */
    @Override
    public String toString() {
        return "NegotiationCopy[" + id() + " at revision " + stored.revision() + ", " + handled.size() + " handled, "
                + steps.size() + " steps]";
    }
}
