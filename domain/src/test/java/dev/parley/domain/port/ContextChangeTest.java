package dev.parley.domain.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.Examples;
import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.value.InvalidValueException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whether a change says that a store must write the context again. */
class ContextChangeTest {
    private static final Attributes CONTEXT = Attributes.empty().with("a", 1).with("b", 2);
    private static final Negotiation READ = Negotiation.open(
                    Examples.NEGOTIATION, Examples.CAMPAIGN, null, CONTEXT, Examples.NOON)
            .on(List.of(NegotiationEvent.SEND_OFFER), Examples.NOON, null);

    @Test
    void whatLeavesTheContextSaysSo() {
        assertFalse(
                changed(READ.on(List.of(NegotiationEvent.RECEIVE_REPLY, NegotiationEvent.ACCEPT), Examples.LATER, "")));
        assertFalse(changed(READ.bind(new ThreadId("t-1"), Examples.LATER)));
        assertFalse(changed(READ.withReplyDue(Examples.LATER, Examples.LATER)));
        assertFalse(changed(READ.withContext(Set.of(), Attributes.empty(), Examples.LATER)));
        assertFalse(changed(READ.withContext(Set.of("unknown"), Attributes.empty(), Examples.LATER)));
        assertFalse(changed(READ));
    }

    @Test
    void whatChangesTheContextSaysSo() {
        assertTrue(changed(READ.withContext(Set.of("a"), Attributes.empty(), Examples.LATER)));
        assertTrue(changed(READ.withContext(Set.of(), Attributes.empty().with("c", 3), Examples.LATER)));
    }

    @Test
    void keysInAnotherOrderAreAnotherContext() {
        Attributes backwards = Attributes.empty().with("b", 2).with("a", 1);
        assertEquals(CONTEXT, backwards);
        assertTrue(changed(READ.withContext(Set.of("a", "b"), backwards, Examples.LATER)));
    }

    @Test
    void whatIsNewHasNoContextStored() {
        assertTrue(NegotiationChange.opened(READ.snapshot()).contextChanged());

        InvalidValueException refused =
                assertThrows(InvalidValueException.class, () -> new NegotiationChange(READ.snapshot(), 0, 1, false));
        assertEquals("context_changed: must be true for a new negotiation", refused.getMessage());
    }

    @Test
    void whoDoesNotSayIsTakenToHaveChangedIt() {
        assertTrue(new NegotiationChange(READ.snapshot(), 1, 0).contextChanged());
        assertFalse(new NegotiationChange(READ.snapshot(), 1, 0, false).contextChanged());
    }

    private static boolean changed(Negotiation after) {
        Stored<NegotiationSnapshot> before = new Stored<>(READ.snapshot(), 3);
        return NegotiationChange.changed(before, after.snapshot()).contextChanged();
    }
}
