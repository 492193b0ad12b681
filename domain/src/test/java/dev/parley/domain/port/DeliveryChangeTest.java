package dev.parley.domain.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.Examples;
import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.message.OutboundMessage;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.value.InvalidValueException;
import org.junit.jupiter.api.Test;

class DeliveryChangeTest {
    private static final OwedMessage OWED = Examples.owed("m-1");

    @Test
    void itNamesWhatItWasDecidedOnAndWhatShallStand() {
        OwedMessage claimed = OWED.claimed(Examples.NOON, Examples.LATER);

        assertEquals(
                new DeliveryChange(OWED.id(), OWED.delivery(), claimed.delivery()), DeliveryChange.of(OWED, claimed));
    }

    @Test
    void anotherMessageThanTheOneReadIsRefused() {
        InvalidValueException refused =
                assertThrows(InvalidValueException.class, () -> DeliveryChange.of(OWED, Examples.owed("m-2")));

        assertEquals("delivery: is of message m-2, but m-1 was read", refused.getMessage());
    }

    @Test
    void aMessageOfOtherContentIsRefused() {
        OwedMessage rewritten =
                OwedMessage.of(new OutboundMessage(OWED.id(), Examples.NEGOTIATION, Examples.NOON, Attributes.empty()));

        assertThrows(InvalidValueException.class, () -> DeliveryChange.of(OWED, rewritten));
    }
}
