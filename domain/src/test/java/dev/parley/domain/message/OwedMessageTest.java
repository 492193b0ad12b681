package dev.parley.domain.message;

import static dev.parley.domain.message.DeliveryState.FAILED;
import static dev.parley.domain.message.DeliveryState.GIVEN_UP;
import static dev.parley.domain.message.DeliveryState.PENDING;
import static dev.parley.domain.message.DeliveryState.SENDING;
import static dev.parley.domain.message.DeliveryState.SENT;
import static dev.parley.domain.message.DeliveryState.UNCONFIRMED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.Examples;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.ThreadId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OwedMessageTest {
    private static final Instant NOON = Examples.NOON;
    private static final Instant NOW = Examples.LATER;
    private static final Instant SOON = NOW.plusSeconds(30);
    private static final String NO_RESULT = "sending had begun, and no result was recorded";
    private static final OwedMessage OWED = Examples.owed("m-1");
    private static final OwedMessage SENT_AWAY = OWED.claimed(NOON, NOW);

    @Test
    void itIsOwedSinceTheStepWasTaken() {
        assertEquals(Delivery.owed(OWED.message().owedSince()), OWED.delivery());
        assertEquals(new MessageId("m-1"), OWED.id());
    }

    @Test
    void aClaimBeginsAnAttemptAndLastsUntilItsTime() {
        assertEquals(
                new Delivery(SENDING, 1, NOW, SOON, null, null),
                OWED.claimed(NOW, SOON).delivery());
    }

    @Test
    void whatIsNotDueCannotBeClaimed() {
        OwedMessage later = SENT_AWAY.deferred(NOON, NOW, "busy");
        Instant early = NOW.minusNanos(1000);

        assertThrows(IllegalDeliveryException.class, () -> later.claimed(early, SOON));
        assertThrows(IllegalDeliveryException.class, () -> SENT_AWAY.claimed(early, SOON));
        assertEquals(SENDING, later.claimed(NOW, SOON).delivery().state());
    }

    @Test
    void aSenderThatWasHeardOfNoMoreLeavesItUnconfirmed() {
        assertEquals(
                new Delivery(UNCONFIRMED, 1, NOW, SOON, null, NO_RESULT),
                SENT_AWAY.claimed(NOW, SOON).delivery());
    }

    @Test
    void whatIsUnconfirmedStaysSoSinceThenWhenItIsTakenAgain() {
        OwedMessage unconfirmed = SENT_AWAY.unconfirmed(NOON, NOW, "timeout");

        assertEquals(
                new Delivery(UNCONFIRMED, 1, NOON, SOON, null, "timeout"),
                unconfirmed.claimed(NOW, SOON).delivery());
    }

    @Test
    void whatWasSentKeepsItsReceiptAndIsNotDueAgain() {
        Receipt receipt = new Receipt(new MessageId("p-1"), new ThreadId("t-1"));

        assertEquals(
                new Delivery(SENT, 1, NOW, null, receipt, null),
                SENT_AWAY.sent(NOW, receipt).delivery());
    }

    @Test
    void whatWentOutAfterAProblemStillTellsTheProblem() {
        assertEquals(
                new Delivery(SENT, 1, NOW, null, Receipt.plain(), "refused"),
                SENT_AWAY.failed(NOON, "refused").sent(NOW, Receipt.plain()).delivery());
    }

    @Test
    void whatIsPutOffKeepsItsAttempts() {
        OwedMessage deferred = SENT_AWAY.deferred(NOW, SOON, "busy");

        assertEquals(new Delivery(PENDING, 1, NOW, SOON, null, "busy"), deferred.delivery());
        assertEquals(
                new Delivery(SENDING, 2, SOON, SOON, null, "busy"),
                deferred.claimed(SOON, SOON).delivery());
    }

    @Test
    void whatFailedWaitsForAHuman() {
        assertEquals(
                new Delivery(FAILED, 1, NOW, null, null, "refused"),
                SENT_AWAY.failed(NOW, "refused").delivery());
    }

    @Test
    void whatIsUnconfirmedIsAskedAboutOrLeftToAHuman() {
        assertEquals(
                new Delivery(UNCONFIRMED, 1, NOW, SOON, null, "timeout"),
                SENT_AWAY.unconfirmed(NOW, SOON, "timeout").delivery());
        assertEquals(
                new Delivery(UNCONFIRMED, 1, NOW, null, null, null),
                SENT_AWAY.unconfirmed(NOW, null, null).delivery());
    }

    @Test
    void whatStaysUnconfirmedKeepsItsTimeAndProblemUnlessThereIsAnother() {
        OwedMessage unconfirmed = SENT_AWAY.unconfirmed(NOON, NOON, "timeout");

        assertEquals(
                new Delivery(UNCONFIRMED, 1, NOON, SOON, null, "timeout"),
                unconfirmed.unconfirmed(NOW, SOON, null).delivery());
        assertEquals(
                new Delivery(UNCONFIRMED, 1, NOON, null, null, "mailbox is closed"),
                unconfirmed.unconfirmed(NOW, null, "mailbox is closed").delivery());
    }

    @Test
    void aHumanWhoTriesAgainCountsOn() {
        assertEquals(
                new Delivery(PENDING, 1, NOW, NOW, null, "refused"),
                SENT_AWAY.failed(NOON, "refused").retried(NOW).delivery());
    }

    @Test
    void whatIsGivenUpTellsWhatCameBefore() {
        assertEquals(
                new Delivery(GIVEN_UP, 1, NOW, null, null, "refused"),
                SENT_AWAY.failed(NOON, "refused").givenUp(NOW).delivery());
    }

    @Test
    void theTextFormHidesContentAndProblem() {
        String shown = SENT_AWAY.failed(NOW, "secret") + "";

        assertFalse(shown.contains("secret") || shown.contains("25.50"), shown);
    }
}
