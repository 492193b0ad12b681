package dev.parley.domain.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.Examples;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.value.InvalidValueException;
import java.util.List;
import org.junit.jupiter.api.Test;

class NegotiationChangeTest {
    private static final Negotiation REPLIED =
            Examples.after(NegotiationEvent.SEND_OFFER, NegotiationEvent.RECEIVE_REPLY);
    private static final Stored<NegotiationSnapshot> STORED = new Stored<>(REPLIED.snapshot(), 5);

    @Test
    void aNewNegotiationBecomesRevisionOneWithAllItsHistory() {
        NegotiationChange change = NegotiationChange.opened(REPLIED.snapshot());

        assertTrue(change.isNew());
        assertEquals(0, change.decidedOn());
        assertEquals(1, change.newRevision());
        assertEquals(REPLIED.history(), change.appended());
        assertEquals(Examples.NEGOTIATION, change.id());
    }

    @Test
    void aChangeNamesTheRevisionItWasDecidedOnAndWhatIsNew() {
        NegotiationSnapshot after = REPLIED.on(List.of(NegotiationEvent.ACCEPT), Examples.LATER, "yes")
                .snapshot();

        NegotiationChange change = NegotiationChange.changed(STORED, after);

        assertFalse(change.isNew());
        assertEquals(5, change.decidedOn());
        assertEquals(6, change.newRevision());
        assertEquals(List.of(after.history().get(2)), change.appended());
        assertEquals(after, change.snapshot());
        assertTrue(change.reachesAgreement());
    }

    @Test
    void aChangeWithoutAnEventAppendsNothing() {
        NegotiationSnapshot bound =
                REPLIED.bind(new ThreadId("t-1"), Examples.LATER).snapshot();

        NegotiationChange change = NegotiationChange.changed(STORED, bound);

        assertEquals(List.of(), change.appended());
        assertEquals(6, change.newRevision());
        assertFalse(change.reachesAgreement());
    }

    @Test
    void aStoredNegotiationMayBeChangedOnTheFirstRevision() {
        assertFalse(new NegotiationChange(REPLIED.snapshot(), 1, 0).isNew());
    }

    @Test
    void aChangeOfWhatIsAgreedAlreadyDoesNotReachTheAgreement() {
        NegotiationSnapshot agreed = Examples.agreed(Examples.NEGOTIATION).snapshot();

        assertFalse(NegotiationChange.changed(new Stored<>(agreed, 3), agreed).reachesAgreement());
        assertTrue(NegotiationChange.opened(agreed).reachesAgreement());
    }

    @Test
    void aStepElsewhereDoesNotReachTheAgreement() {
        assertFalse(NegotiationChange.opened(REPLIED.snapshot()).reachesAgreement());
    }

    @Test
    void aChangeOfAnotherNegotiationThanTheOneReadIsRefused() {
        NegotiationSnapshot other = Negotiation.open(
                        new NegotiationId("other"), Examples.CAMPAIGN, null, REPLIED.context(), Examples.LATER)
                .snapshot();

        InvalidValueException refused =
                assertThrows(InvalidValueException.class, () -> NegotiationChange.changed(STORED, other));
        assertTrue(refused.getMessage().contains("other"), refused.getMessage());
    }

    @Test
    void aChangeThatRewritesOrDropsHistoryIsRefused() {
        Negotiation fresh =
                Negotiation.open(Examples.NEGOTIATION, Examples.CAMPAIGN, null, REPLIED.context(), Examples.LATER);
        Negotiation rewritten = fresh.on(
                List.of(NegotiationEvent.PAUSE, NegotiationEvent.RESUME, NegotiationEvent.SEND_OFFER),
                Examples.LATER,
                null);

        assertThrows(InvalidValueException.class, () -> NegotiationChange.changed(STORED, fresh.snapshot()));
        assertThrows(InvalidValueException.class, () -> NegotiationChange.changed(STORED, rewritten.snapshot()));
    }
}
