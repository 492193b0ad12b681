package dev.parley.domain.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.Examples;
import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.value.InvalidValueException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageTest {
    private static final MessageId ID = new MessageId("<1@mail.example>");
    private static final Attributes CONTENT = Attributes.of(Map.of("subject", "Secret"));
    private static final Instant FINE = Instant.parse("2025-03-01T12:00:00.123456789Z");
    private static final Instant KEPT = Instant.parse("2025-03-01T12:00:00.123456Z");

    @Test
    void timesAreCutToTheMicrosecond() {
        assertEquals(KEPT, new InboundMessage(ID, Examples.NEGOTIATION, FINE, CONTENT).receivedAt());
        assertEquals(KEPT, new OutboundMessage(ID, Examples.NEGOTIATION, FINE, CONTENT).owedSince());
    }

    @Test
    void timesOutOfRangeAreRefusedByName() {
        InvalidValueException inbound = assertThrows(
                InvalidValueException.class, () -> new InboundMessage(ID, Examples.NEGOTIATION, Instant.MIN, CONTENT));
        InvalidValueException outbound = assertThrows(
                InvalidValueException.class, () -> new OutboundMessage(ID, Examples.NEGOTIATION, Instant.MAX, CONTENT));

        assertEquals("received_at", inbound.subject());
        assertEquals("owed_since", outbound.subject());
    }

    @Test
    void theTextFormHidesTheContent() {
        String shown = new InboundMessage(ID, Examples.NEGOTIATION, FINE, CONTENT)
                + " "
                + new OutboundMessage(ID, Examples.NEGOTIATION, FINE, CONTENT);

        assertFalse(shown.contains("Secret"), shown);
    }
}
