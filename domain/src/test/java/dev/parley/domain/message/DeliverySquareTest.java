package dev.parley.domain.message;

import static dev.parley.domain.message.DeliveryState.FAILED;
import static dev.parley.domain.message.DeliveryState.GIVEN_UP;
import static dev.parley.domain.message.DeliveryState.PENDING;
import static dev.parley.domain.message.DeliveryState.SENDING;
import static dev.parley.domain.message.DeliveryState.SENT;
import static dev.parley.domain.message.DeliveryState.UNCONFIRMED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.parley.domain.Examples;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What can be asked of a message in each state, and where it leads; what is not listed is refused. */
class DeliverySquareTest {
    private static final Instant NOON = Examples.NOON;
    private static final Instant NOW = Examples.LATER;

    private static final Map<String, Map<DeliveryState, DeliveryState>> SQUARE = Map.of(
            "claimed", Map.of(PENDING, SENDING, SENDING, UNCONFIRMED, UNCONFIRMED, UNCONFIRMED),
            "marked sent", Map.of(PENDING, SENT, SENDING, SENT, UNCONFIRMED, SENT, FAILED, SENT),
            "put off", Map.of(SENDING, PENDING, UNCONFIRMED, PENDING),
            "marked failed", Map.of(SENDING, FAILED, UNCONFIRMED, FAILED),
            "marked unconfirmed", Map.of(SENDING, UNCONFIRMED, UNCONFIRMED, UNCONFIRMED),
            "tried again", Map.of(PENDING, PENDING, UNCONFIRMED, PENDING, FAILED, PENDING),
            "given up", Map.of(PENDING, GIVEN_UP, UNCONFIRMED, GIVEN_UP, FAILED, GIVEN_UP));

    private static final Map<String, UnaryOperator<OwedMessage>> CHANGES = changes();

    private static Map<String, UnaryOperator<OwedMessage>> changes() {
        Map<String, UnaryOperator<OwedMessage>> changes = new LinkedHashMap<>();
        changes.put("claimed", message -> message.claimed(NOW, NOW.plusSeconds(60)));
        changes.put("marked sent", message -> message.sent(NOW, Receipt.plain()));
        changes.put("put off", message -> message.deferred(NOW, NOW.plusSeconds(60), "busy"));
        changes.put("marked failed", message -> message.failed(NOW, "refused"));
        changes.put("marked unconfirmed", message -> message.unconfirmed(NOW, null, "timeout"));
        changes.put("tried again", message -> message.retried(NOW));
        changes.put("given up", message -> message.givenUp(NOW));
        return changes;
    }

    @TestFactory
    Stream<DynamicTest> everyChangeInEveryStateLeadsWhereTheTableSays() {
        return CHANGES.keySet().stream()
                .flatMap(change -> Arrays.stream(DeliveryState.values())
                        .map(from -> dynamicTest(
                                from + " is " + change + ": "
                                        + SQUARE.get(change).get(from),
                                () -> assertLeads(change, from))));
    }

    private static void assertLeads(String change, DeliveryState from) {
        OwedMessage before = in(from);
        DeliveryState to = SQUARE.get(change).get(from);
        if (to == null) {
            IllegalDeliveryException refused = assertThrows(
                    IllegalDeliveryException.class, () -> CHANGES.get(change).apply(before));
            assertEquals(
                    "message m-1 is " + from + " and cannot be " + change + " now; look at it again and decide anew",
                    refused.getMessage());
            assertEquals(before.id(), refused.messageId());
            assertEquals(from, refused.state());
        } else {
            OwedMessage after = CHANGES.get(change).apply(before);
            assertEquals(to, after.delivery().state());
            assertEquals(before.message(), after.message());
        }
    }

    /** A message in a state, due since noon where it can be. */
    private static OwedMessage in(DeliveryState state) {
        OwedMessage owed = Examples.owed("m-1");
        OwedMessage sending = owed.claimed(NOON, NOON);
        return switch (state) {
            case PENDING -> owed;
            case SENDING -> sending;
            case SENT -> sending.sent(NOON, Receipt.plain());
            case UNCONFIRMED -> sending.unconfirmed(NOON, NOON, null);
            case FAILED -> sending.failed(NOON, "refused");
            case GIVEN_UP -> owed.givenUp(NOON);
        };
    }
}
