package dev.parley.application.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.domain.identity.MessageId;
import dev.parley.domain.message.DeliveryState;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.message.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** A sender may report when its lease is over, or twice. */
class LateReportTest {
    private static final Receipt RECEIPT = new Receipt(new MessageId("provider's own"), null);

    private final Outgoing outgoing = new Outgoing();
    private final Deliveries deliveries = outgoing.deliveries;
    private final MessageId id = outgoing.owe("n-1", "m-1");
    private final OwedMessage claimed = outgoing.claim();
    private final Instant later = outgoing.clock.instant().plus(Duration.ofDays(1));

    private final List<BiFunction<Deliveries, OwedMessage, Recorded>> reports = List.of(
            (to, message) -> to.sent(message, RECEIPT),
            (to, message) -> to.deferred(message, later, "mailbox full"),
            (to, message) -> to.failed(message, "no such address"),
            (to, message) -> to.unconfirmed(message, later, "the line broke"));

    private void assertOvertaken(OwedMessage late) {
        OwedMessage standing = outgoing.find(id);
        reports.forEach(report -> assertEquals(new Recorded.Overtaken(standing), report.apply(deliveries, late)));
        assertEquals(standing, outgoing.find(id));
    }

    private OwedMessage takenForUnconfirmed() {
        outgoing.clock.advance(Outgoing.LEASE);
        return outgoing.claim();
    }

    @Test
    void aLateReportOnAnUnconfirmedMessageIsRecorded() {
        takenForUnconfirmed();

        Recorded recorded = deliveries.sent(claimed, RECEIPT);

        assertEquals(new Recorded.AsReported(outgoing.find(id)), recorded);
        assertEquals(DeliveryState.SENT, outgoing.state(id));
    }

    @Test
    void aLateReportThatItDidNotGoOutIsRecordedToo() {
        takenForUnconfirmed();

        deliveries.deferred(claimed, later, "mailbox full");

        assertEquals(DeliveryState.PENDING, outgoing.state(id));
        assertEquals(1, outgoing.delivery(id).attempts());
    }

    @Test
    void aSenderThatDidNotKnowMayKnowLater() {
        deliveries.unconfirmed(claimed, null, "the line broke");

        deliveries.sent(claimed, RECEIPT);

        assertEquals(DeliveryState.SENT, outgoing.state(id));
    }

    @Test
    void aLateVerdictIsRecordedWhileOthersAskAgain() {
        OwedMessage asked = takenForUnconfirmed();
        takenForUnconfirmed();

        deliveries.sent(asked, RECEIPT);

        assertEquals(DeliveryState.SENT, outgoing.state(id));
    }

    @Test
    void whatWasDecidedMeanwhileStands() {
        List<Runnable> decisions = List.of(
                () -> deliveries.retry(id),
                outgoing::claim,
                () -> deliveries.deferred(outgoing.find(id), later, "another sender's own problem"),
                () -> deliveries.giveUp(id));
        takenForUnconfirmed();
        for (Runnable decision : decisions) {
            decision.run();
            assertOvertaken(claimed);
        }
    }

    @Test
    void anotherReceiptIsNotPutInThePlaceOfTheFirst() {
        deliveries.sent(claimed, RECEIPT);
        OwedMessage sent = outgoing.find(id);

        assertEquals(new Recorded.Overtaken(sent), deliveries.sent(claimed, Receipt.plain()));
        assertEquals(sent, outgoing.find(id));
    }

    @Test
    void aVerdictOnAnEarlierAttemptIsOvertakenByTheNextOne() {
        OwedMessage asked = takenForUnconfirmed();
        deliveries.deferred(asked, outgoing.clock.instant(), "it did not go out");
        outgoing.claim();
        takenForUnconfirmed();
        assertEquals(2, outgoing.delivery(id).attempts());

        assertOvertaken(claimed);
        assertOvertaken(asked);
    }

    @Test
    void aVerdictFromBeforeARetryIsOvertakenByTheAttemptAfterIt() {
        OwedMessage asked = takenForUnconfirmed();
        deliveries.unconfirmed(asked, null, null);
        deliveries.retry(id);
        outgoing.claim();
        takenForUnconfirmed();

        assertOvertaken(asked);
    }

    @Test
    void aReportFromBeforeARetryIsOvertakenByTheAttemptAfterIt() {
        takenForUnconfirmed();
        deliveries.retry(id);
        outgoing.claim();
        takenForUnconfirmed();

        assertEquals(2, outgoing.delivery(id).attempts());
        assertOvertaken(claimed);
    }

    @Test
    void theSameReportTwiceIsRecordedOnce() {
        for (BiFunction<Deliveries, OwedMessage, Recorded> report : reports) {
            Outgoing fresh = new Outgoing();
            MessageId owed = fresh.owe("n-1", "m-1");
            OwedMessage taken = fresh.claim();
            Recorded first = report.apply(fresh.deliveries, taken);
            OwedMessage recorded = fresh.find(owed);
            fresh.clock.advance(Duration.ofSeconds(1));

            assertEquals(first, report.apply(fresh.deliveries, taken));
            assertEquals(recorded, fresh.find(owed));
        }
    }
}
