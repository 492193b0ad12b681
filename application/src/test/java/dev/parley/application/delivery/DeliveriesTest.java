package dev.parley.application.delivery;

import static dev.parley.application.delivery.Outgoing.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.application.Around;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.DeliveryState;
import dev.parley.domain.message.IllegalDeliveryException;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.message.Receipt;
import dev.parley.domain.port.DeliveryFilter;
import dev.parley.domain.port.MessageNotFoundException;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.value.InvalidValueException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class DeliveriesTest {
    private final Outgoing outgoing = new Outgoing();
    private final Deliveries deliveries = outgoing.deliveries;

    @Test
    void owedMessagesAreListedFoundAndAskedForByNegotiation() {
        MessageId first = outgoing.owe("n-1", "m-1");
        MessageId second = outgoing.owe("n-2", "m-2");
        deliveries.giveUp(first);

        assertEquals(
                List.of(outgoing.find(first), outgoing.find(second)),
                deliveries.list(DeliveryFilter.all(), PageRequest.first(10)).rows());
        assertEquals(
                List.of(outgoing.find(second)),
                deliveries.list(DeliveryFilter.open(), PageRequest.first(10)).rows());
        assertEquals(List.of(outgoing.find(first)), deliveries.of(new NegotiationId("n-1")));
        assertEquals(Optional.empty(), deliveries.find(message("unknown")));
    }

    @Test
    void aFailedMessageIsRetriedAtOnceAndItsAttemptsAreCountedOn() {
        MessageId id = outgoing.owe("n-1", "m-1");
        deliveries.failed(outgoing.claim(), "no such address");

        OwedMessage retried = deliveries.retry(id);

        assertEquals(retried, outgoing.find(id));
        assertEquals(DeliveryState.PENDING, retried.delivery().state());
        assertEquals(1, retried.delivery().attempts());
        assertEquals(id, outgoing.claim().id());
    }

    @Test
    void whatIsGivenUpNoLongerHoldsThoseBehindIt() {
        MessageId first = outgoing.owe("n-1", "m-1");
        MessageId second = outgoing.owe("n-1", "m-2");
        deliveries.failed(outgoing.claim(), "no such address");
        assertEquals(Optional.empty(), deliveries.claim(Outgoing.LEASE));

        OwedMessage givenUp = deliveries.giveUp(first);

        assertEquals(givenUp, outgoing.find(first));
        assertEquals(DeliveryState.GIVEN_UP, outgoing.state(first));
        assertEquals(second, outgoing.claim().id());
    }

    @Test
    void whatASenderHasOrWhatIsSettledIsLeftAlone() {
        MessageId id = outgoing.owe("n-1", "m-1");
        OwedMessage claimed = outgoing.claim();
        assertThrows(IllegalDeliveryException.class, () -> deliveries.retry(id));
        assertThrows(IllegalDeliveryException.class, () -> deliveries.giveUp(id));

        deliveries.sent(claimed, Receipt.plain());
        assertThrows(IllegalDeliveryException.class, () -> deliveries.retry(id));
        assertThrows(IllegalDeliveryException.class, () -> deliveries.giveUp(id));
        assertThrows(MessageNotFoundException.class, () -> deliveries.retry(message("unknown")));
        assertThrows(MessageNotFoundException.class, () -> deliveries.giveUp(message("unknown")));
    }

    @Test
    void aHumansDecisionIsMadeOnWhatTheMessageHasBecomeMeanwhile() {
        MessageId id = outgoing.owe("n-1", "m-1");
        AtomicBoolean meddled = new AtomicBoolean();
        NegotiationStore busy = Around.store(outgoing.store, (method, arguments, call) -> {
            if (method.equals("commit") && !meddled.getAndSet(true)) {
                deliveries.failed(outgoing.claim(), "no such address");
            }
            return call.proceed();
        });

        OwedMessage retried = new Deliveries(busy, outgoing.clock).retry(id);

        assertEquals("no such address", retried.delivery().problem());
        assertEquals(retried, outgoing.find(id));
    }

    @Test
    void aLeaseIsAboveZeroAndAtMostADay() {
        List.of(Duration.ZERO, Duration.ofNanos(-1), Duration.ofDays(1).plusNanos(1))
                .forEach(lease -> assertThrows(InvalidValueException.class, () -> deliveries.claim(lease)));
        assertEquals(Optional.empty(), deliveries.claim(Duration.ofDays(1)));
    }

    @Test
    void aReportOnWhatNobodyClaimedIsRefused() {
        MessageId id = outgoing.owe("n-1", "m-1");
        OwedMessage pending = outgoing.find(id);

        assertThrows(IllegalDeliveryException.class, () -> deliveries.failed(pending, "no such address"));
        assertThrows(
                IllegalDeliveryException.class,
                () -> deliveries.deferred(pending, outgoing.clock.instant(), "no such address"));
        assertThrows(IllegalDeliveryException.class, () -> deliveries.unconfirmed(pending, null, null));
        assertEquals(pending, outgoing.find(id));
    }

    @Test
    void aHumanMayRecordThatAMessageWentOut() {
        MessageId id = outgoing.owe("n-1", "m-1");
        deliveries.unconfirmed(outgoing.claim(), null, "the line broke");

        deliveries.sent(outgoing.find(id), Receipt.plain());

        assertEquals(DeliveryState.SENT, outgoing.state(id));
    }
}
