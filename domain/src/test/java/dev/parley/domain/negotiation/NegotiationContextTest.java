package dev.parley.domain.negotiation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.Examples;
import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.identity.ThreadId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NegotiationContextTest {
    private static final ThreadId THREAD = new ThreadId("t-1");

    @Test
    void keysAreRemovedReplacedAndAdded() {
        Negotiation before = Negotiation.open(
                Examples.NEGOTIATION,
                Examples.CAMPAIGN,
                null,
                Attributes.empty().with("a", 1).with("b", Map.of("x", 1)).with("c", 3),
                Examples.NOON);

        Negotiation after = before.withContext(
                List.of("a", "unknown"),
                Attributes.empty().with("b", Map.of("y", 2)).with("d", 4),
                Examples.LATER);

        assertEquals(Attributes.of(Map.of("b", Map.of("y", 2), "c", 3, "d", 4)), after.context());
        assertEquals(Examples.LATER, after.snapshot().updatedAt());
        assertEquals(Attributes.empty().with("a", 1).with("b", Map.of("x", 1)).with("c", 3), before.context());
    }

    @Test
    void aKeyThatIsRemovedAndPutIsThere() {
        Negotiation after = Examples.opened()
                .withContext(List.of("next_cpm"), Attributes.of(Map.of("next_cpm", 1)), Examples.LATER);

        assertEquals(Attributes.of(Map.of("next_cpm", 1)), after.context());
    }

    @Test
    void aChangeOfContextKeepsStateHistoryRoundsAndThread() {
        Negotiation before = Examples.after(
                        NegotiationEvent.SEND_OFFER, NegotiationEvent.RECEIVE_REPLY, NegotiationEvent.SEND_COUNTER)
                .bind(THREAD, Examples.LATER);

        Negotiation after = before.withContext(List.of("next_cpm"), Attributes.empty(), Examples.LATER);

        assertEquals(NegotiationState.COUNTER_SENT, after.state());
        assertEquals(before.history(), after.history());
        assertEquals(1, after.roundCount());
        assertEquals(Optional.of(THREAD), after.threadId());
        assertEquals(Attributes.empty(), after.context());
    }

    @Test
    void bindingPutsItOnItsThread() {
        Negotiation before = Examples.after(
                NegotiationEvent.SEND_OFFER, NegotiationEvent.RECEIVE_REPLY, NegotiationEvent.SEND_COUNTER);
        Instant now = Examples.LATER.plusSeconds(5);

        Negotiation bound = before.bind(THREAD, now);

        assertEquals(Optional.of(THREAD), bound.threadId());
        assertEquals(Optional.empty(), before.threadId());
        assertEquals(now, bound.snapshot().updatedAt());
        assertEquals(before.state(), bound.state());
        assertEquals(before.history(), bound.history());
        assertEquals(before.context(), bound.context());
        assertEquals(1, bound.roundCount());
    }

    @Test
    void bindingTheSameThreadAgainChangesNothing() {
        Negotiation bound = Examples.opened().bind(THREAD, Examples.NOON);

        assertSame(bound, bound.bind(new ThreadId("t-1"), Examples.LATER));
    }

    @Test
    void bindingAnotherThreadIsRefused() {
        Negotiation bound = Examples.opened().bind(THREAD, Examples.NOON);
        ThreadId other = new ThreadId("t-2");

        ThreadAlreadyBoundException refused =
                assertThrows(ThreadAlreadyBoundException.class, () -> bound.bind(other, Examples.LATER));

        assertEquals(
                "negotiation n-1 is on thread t-1 and cannot move to t-2; open another negotiation for that thread",
                refused.getMessage());
        assertEquals(Examples.NEGOTIATION, refused.negotiationId());
        assertEquals(THREAD, refused.bound());
        assertEquals(other, refused.refused());
    }

    @Test
    void aClockThatWentBackDoesNotMakeAChangeLookOlder() {
        Instant earlier = Examples.NOON.minusSeconds(30);

        Negotiation after = Examples.opened().on(List.of(NegotiationEvent.SEND_OFFER), earlier, null);

        assertEquals(Examples.NOON, after.snapshot().updatedAt());
        assertEquals(Examples.NOON, after.snapshot().createdAt());
        assertEquals(earlier, after.history().get(0).at());
        assertEquals(
                Examples.NOON,
                Examples.opened().bind(THREAD, earlier).snapshot().updatedAt());
    }
}
