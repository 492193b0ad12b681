package dev.parley.application.delivery;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.ThreadAlreadyBoundException;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.DeliveryChange;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationNotFoundException;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.StaleRevisionException;
import dev.parley.domain.port.Stored;
import dev.parley.domain.port.ThreadTakenException;
import dev.parley.domain.port.UnreadableException;
import java.time.Instant;
import java.util.List;

/**
 * Records that a message was sent and puts its negotiation on the thread of the receipt, by one commit. If the
 * negotiation cannot be put there, the message is recorded as sent without it: what the provider said is never lost.
 *
 * @param thread the thread that the provider put the message on
 * @param now when it was reported
 */
record SentMessage(NegotiationStore store, ThreadId thread, Instant now) implements Recording.Committer {
    @Override
    public Recorded commit(OwedMessage before, OwedMessage after) {
        DeliveryChange sent = DeliveryChange.of(before, after);
        try {
            commitOnThread(sent, after.message().negotiationId());
            return new Recorded.AsReported(after);
        } catch (ThreadAlreadyBoundException | ThreadTakenException | UnreadableException reason) {
            store.commit(Commit.of(sent));
            return new Recorded.SentWithoutThread(after, reason);
        }
    }

    private void commitOnThread(DeliveryChange sent, NegotiationId id) {
        // Goes round only when somebody else has committed a change of the negotiation meanwhile.
        while (true) {
            try {
                store.commit(binding(id).withDeliveries(List.of(sent)));
                return;
            } catch (StaleRevisionException somebodyWasFaster) {
                // The thread belongs to whatever the negotiation is now: nothing was decided on what it was.
            }
        }
    }

    /** Without a change if the negotiation is on the thread already. */
    private Commit binding(NegotiationId id) {
        Stored<NegotiationSnapshot> stored = store.find(id).orElseThrow(() -> new NegotiationNotFoundException(id));
        Negotiation negotiation = Negotiation.restore(stored.value());
        Negotiation bound = negotiation.bind(thread, now);
        return bound.equals(negotiation)
                ? Commit.of(List.of(), List.of())
                : Commit.of(NegotiationChange.changed(stored, bound.snapshot()));
    }
}
