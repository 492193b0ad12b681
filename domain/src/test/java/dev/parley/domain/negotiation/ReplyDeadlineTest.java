package dev.parley.domain.negotiation;

import static dev.parley.domain.negotiation.NegotiationEvent.PAUSE;
import static dev.parley.domain.negotiation.NegotiationEvent.RECEIVE_REPLY;
import static dev.parley.domain.negotiation.NegotiationEvent.RESUME;
import static dev.parley.domain.negotiation.NegotiationEvent.SEND_COUNTER;
import static dev.parley.domain.negotiation.NegotiationEvent.SEND_OFFER;
import static dev.parley.domain.negotiation.NegotiationEvent.STOP;
import static dev.parley.domain.negotiation.NegotiationEvent.TIMEOUT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.parley.domain.Examples;
import dev.parley.domain.Generators;
import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.value.InvalidValueException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ReplyDeadlineTest {
    private static final Instant NOW = Examples.LATER;
    private static final Instant DUE = NOW.plusSeconds(86_400);
    private static final Set<NegotiationEvent> HOLDING = EnumSet.of(PAUSE, RESUME);

    private static final Map<NegotiationState, List<NegotiationEvent>> WAITING = Map.of(
            NegotiationState.AWAITING_REPLY, List.of(SEND_OFFER),
            NegotiationState.COUNTER_SENT, List.of(SEND_OFFER, RECEIVE_REPLY, SEND_COUNTER));

    @TestFactory
    Stream<DynamicTest> everyEventButPauseAndResumeEndsTheWaiting() {
        return WAITING.keySet().stream()
                .flatMap(state -> TransitionTable.validEvents(state).stream()
                        .map(event -> dynamicTest(state + " on " + event, () -> {
                            Negotiation after = waiting(state).on(List.of(event), NOW, null);
                            assertEquals(
                                    HOLDING.contains(event) ? Optional.of(DUE) : Optional.empty(), after.replyDueAt());
                        })));
    }

    @Test
    void theDeadlineStandsAgainAfterAPause() {
        Negotiation paused = offered().on(List.of(PAUSE), NOW, null);

        assertEquals(Optional.of(DUE), paused.replyDueAt());
        assertEquals(Optional.of(DUE), paused.on(List.of(RESUME), NOW, null).replyDueAt());
    }

    @Test
    void whatIsStoppedWhilePausedWaitsForNothing() {
        Negotiation stopped = offered().on(List.of(PAUSE, STOP), NOW, null);

        assertEquals(Optional.empty(), stopped.replyDueAt());
        assertEquals(Optional.of(NegotiationState.AWAITING_REPLY), stopped.prePauseState());
        assertRefused(stopped, "stopped");
    }

    @Test
    void aPausedNegotiationDoesNotExpire() {
        assertEquals(Optional.of(DUE), offered().snapshot().expiresAt());
        assertEquals(
                Optional.empty(),
                offered().on(List.of(PAUSE), NOW, null).snapshot().expiresAt());
        assertEquals(
                Optional.of(DUE),
                offered().on(List.of(PAUSE, RESUME), NOW, null).snapshot().expiresAt());
        assertEquals(Optional.empty(), Examples.after(SEND_OFFER).snapshot().expiresAt());
    }

    @Test
    void aDeadlineMayBeSetMovedAndTakenAway() {
        Negotiation moved = offered().withReplyDue(DUE.plusSeconds(1), DUE);

        assertEquals(Optional.of(DUE.plusSeconds(1)), moved.replyDueAt());
        assertEquals(DUE, moved.snapshot().updatedAt());
        assertEquals(offered().state(), moved.state());
        assertEquals(offered().history(), moved.history());
        assertEquals(Optional.empty(), moved.withReplyDue(null, DUE).replyDueAt());
    }

    @Test
    void aDeadlineMayBeSetWhilePaused() {
        Negotiation paused = Examples.after(SEND_OFFER, PAUSE).withReplyDue(DUE, NOW);

        assertEquals(Optional.of(DUE), paused.replyDueAt());
    }

    @Test
    void otherChangesLeaveTheDeadlineAlone() {
        assertEquals(Optional.of(DUE), offered().bind(new ThreadId("t-1"), NOW).replyDueAt());
        assertEquals(
                Optional.of(DUE),
                offered()
                        .withContext(List.of("next_cpm"), Attributes.empty(), NOW)
                        .replyDueAt());
    }

    @Test
    void aNewNegotiationHasNone() {
        assertEquals(Optional.empty(), Examples.opened().replyDueAt());
        assertRefused(Examples.opened(), "initial_offer");
    }

    @Test
    void aPauseOfWhatDoesNotWaitHasNone() {
        assertRefused(Examples.after(PAUSE), "paused");
        assertRefused(Examples.after(SEND_OFFER, TIMEOUT, PAUSE), "paused");
    }

    @Test
    void noDeadlineIsAlwaysFine() {
        assertEquals(
                Optional.empty(), Examples.after(STOP).withReplyDue(null, NOW).replyDueAt());
    }

    @Test
    void itIsCutToTheMicrosecondAndMustLieInRange() {
        Negotiation negotiation = offered();

        assertEquals(
                Optional.of(Instant.parse("2025-03-01T12:00:00.123456Z")),
                negotiation
                        .withReplyDue(Instant.parse("2025-03-01T12:00:00.123456789Z"), NOW)
                        .replyDueAt());
        InvalidValueException refused =
                assertThrows(InvalidValueException.class, () -> negotiation.withReplyDue(Instant.MAX, NOW));
        assertEquals("reply_due_at", refused.subject());
    }

    @Test
    void aReplyIsWaitedForExactlyWhereTimeoutIsLegalOrWillBeAfterThePause() {
        Generators.trials(300, random -> {
            NegotiationStateMachine machine = NegotiationStateMachine.start();
            for (NegotiationEvent event : random.walk(30)) {
                machine = machine.trigger(event);
                NegotiationStateMachine resumed =
                        machine.validEvents().contains(RESUME) ? machine.trigger(RESUME) : machine;
                assertEquals(resumed.validEvents().contains(TIMEOUT), machine.awaitsReply());
            }
        });
    }

    private static Negotiation offered() {
        return waiting(NegotiationState.AWAITING_REPLY);
    }

    private static Negotiation waiting(NegotiationState state) {
        return Examples.opened().on(WAITING.get(state), NOW, null).withReplyDue(DUE, NOW);
    }

    private static void assertRefused(Negotiation negotiation, String state) {
        InvalidValueException refused =
                assertThrows(InvalidValueException.class, () -> negotiation.withReplyDue(DUE, NOW));
        assertEquals(
                "reply_due_at: belongs to a negotiation that waits for a reply, this one is " + state,
                refused.getMessage());
    }
}
