package dev.parley.domain.negotiation;

import static dev.parley.domain.negotiation.NegotiationEvent.PAUSE;
import static dev.parley.domain.negotiation.NegotiationEvent.RECEIVE_REPLY;
import static dev.parley.domain.negotiation.NegotiationEvent.RESUME;
import static dev.parley.domain.negotiation.NegotiationEvent.SEND_COUNTER;
import static dev.parley.domain.negotiation.NegotiationEvent.SEND_OFFER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.Examples;
import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.value.InvalidValueException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NegotiationStepTest {
    private static final Instant NOW = Examples.LATER;
    private static final Instant DUE = NOW.plusSeconds(86_400);

    @Test
    void everythingThatBelongsToAStepHappensAtOnce() {
        Negotiation replied = Examples.after(SEND_OFFER, RECEIVE_REPLY);
        NegotiationStep step = new NegotiationStep(
                List.of(SEND_COUNTER),
                "too dear",
                Set.of("next_cpm", "unknown"),
                Attributes.of(Map.of("round", 1)),
                DUE);

        Negotiation after = replied.after(step, NOW);

        assertEquals(NegotiationState.COUNTER_SENT, after.state());
        assertEquals(1, after.roundCount());
        assertEquals("too dear", after.history().get(2).cause());
        assertEquals(Attributes.of(Map.of("round", 1)), after.context());
        assertEquals(Optional.of(DUE), after.replyDueAt());
        assertEquals(NOW, after.snapshot().updatedAt());
        assertEquals(Negotiation.restore(after.snapshot()), after);
        assertEquals(Negotiation.restore(after.snapshot()).validEvents(), after.validEvents());
    }

    @Test
    void aStepWithoutADeadlineLeavesItToTheEvents() {
        Negotiation waiting = Examples.after(SEND_OFFER).withReplyDue(DUE, NOW);

        assertEquals(Optional.of(DUE), waiting.after(step(List.of(), null), NOW).replyDueAt());
        assertEquals(
                Optional.of(DUE),
                waiting.after(step(List.of(PAUSE, RESUME), null), NOW).replyDueAt());
        assertEquals(
                Optional.empty(),
                waiting.after(step(List.of(RECEIVE_REPLY), null), NOW).replyDueAt());
    }

    @Test
    void theDeadlineIsThatOfTheReplyWaitedForAfterTheEvents() {
        Negotiation waiting = Examples.after(SEND_OFFER).withReplyDue(DUE, NOW);
        NegotiationStep countered = step(List.of(RECEIVE_REPLY, SEND_COUNTER), DUE.plusSeconds(1));
        NegotiationStep replied = step(List.of(RECEIVE_REPLY), DUE);

        assertEquals(
                Optional.of(DUE.plusSeconds(1)), waiting.after(countered, NOW).replyDueAt());
        InvalidValueException refused = assertThrows(InvalidValueException.class, () -> waiting.after(replied, NOW));
        assertEquals("reply_due_at", refused.subject());
    }

    @Test
    void theSameDeadlineAgainChangesNothing() {
        Negotiation waiting = Examples.after(SEND_OFFER).withReplyDue(DUE, NOW);

        assertSame(waiting, waiting.withReplyDue(DUE.plusNanos(999), DUE));
        Negotiation opened = Examples.opened();
        assertSame(opened, opened.withReplyDue(null, DUE));
    }

    @Test
    void itsPartsAreCopied() {
        List<NegotiationEvent> events = new ArrayList<>(List.of(SEND_OFFER));
        Set<String> remove = new HashSet<>(Set.of("a"));
        NegotiationStep step = new NegotiationStep(events, null, remove, Attributes.empty(), null);

        events.clear();
        remove.clear();

        assertEquals(new NegotiationStep(List.of(SEND_OFFER), null, Set.of("a"), Attributes.empty(), null), step);
    }

    @Test
    void theTextFormShowsTheEventsAlone() {
        NegotiationStep step = new NegotiationStep(
                List.of(RECEIVE_REPLY, SEND_COUNTER), "secret", Set.of("secret"), Examples.CONTEXT, DUE);

        assertEquals("NegotiationStep[receive_reply, send_counter]", step.toString());
    }

    private static NegotiationStep step(List<NegotiationEvent> events, @Nullable Instant replyDueAt) {
        return new NegotiationStep(events, null, Set.of(), Attributes.empty(), replyDueAt);
    }
}
