package dev.parley.persistence.sqlite;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Stored;
import dev.parley.persistence.rows.HistoryBlockRow;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.Steps;
import java.util.List;

/** Two negotiations with something of every kind each, the first of their kind at position 1, and their campaign. */
final class Stock {
    /** The one whose rows stand at position 1. */
    static final NegotiationId FIRST = new NegotiationId("first");

    /** The one whose rows stand at position 2. */
    static final NegotiationId SECOND = new NegotiationId("second");

    /** One that has agreed. */
    static final NegotiationId AGREED = new NegotiationId("agreed");

    private Stock() {}

    static void fill(NegotiationStore store) {
        store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
        for (NegotiationId id : List.of(FIRST, SECOND)) {
            NegotiationSnapshot opened = Fixtures.negotiation(id.value(), Fixtures.CAMPAIGN, "thread of " + id.value())
                    .snapshot();
            store.commit(Commit.of(NegotiationChange.opened(opened))
                    .withMessages(
                            List.of(Fixtures.inbound("in-" + id.value(), id)),
                            List.of(Fixtures.outbound("out-" + id.value(), id)))
                    .named(Fixtures.step("open")));
            Stored<NegotiationSnapshot> stored = store.find(id).orElseThrow();
            store.commit(Commit.of(Steps.events(stored, heldAndReleased())));
            stored = store.find(id).orElseThrow();
            store.commit(Commit.of(Steps.events(
                    stored,
                    NegotiationEvent.SEND_OFFER,
                    NegotiationEvent.RECEIVE_REPLY,
                    NegotiationEvent.SEND_COUNTER)));
            Stored<NegotiationSnapshot> waiting = store.find(id).orElseThrow();
            store.commit(Commit.of(Steps.replyDue(waiting, Fixtures.OPENED_AT.plusSeconds(3600))));
        }
        NegotiationSnapshot agreed =
                Fixtures.negotiation(AGREED.value(), NegotiationState.AGREED).snapshot();
        store.commit(Commit.of(NegotiationChange.opened(agreed))
                .withAgreements(List.of(Fixtures.agreement(agreed, "25.50"))));
    }

    /** Events that lead back to where they began, and fill a block of the history. */
    static NegotiationEvent[] heldAndReleased() {
        NegotiationEvent[] events = new NegotiationEvent[HistoryBlockRow.SIZE];
        for (int i = 0; i < events.length; i++) {
            events[i] = i % 2 == 0 ? NegotiationEvent.PAUSE : NegotiationEvent.RESUME;
        }
        return events;
    }
}
