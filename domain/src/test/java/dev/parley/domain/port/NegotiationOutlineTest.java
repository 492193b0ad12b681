package dev.parley.domain.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.Examples;
import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.value.InvalidValueException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NegotiationOutlineTest {
    private static final Instant FINE = Instant.parse("2025-03-01T12:00:00.123456789Z");
    private static final Instant CUT = Instant.parse("2025-03-01T12:00:00.123456Z");

    @Test
    void itSaysWhatTheNegotiationDoes() {
        Negotiation countered = Examples.after(
                NegotiationEvent.SEND_OFFER, NegotiationEvent.RECEIVE_REPLY, NegotiationEvent.SEND_COUNTER);
        NegotiationSnapshot whole = countered
                .bind(new ThreadId("t-1"), Examples.LATER)
                .withReplyDue(Examples.LATER.plus(Duration.ofDays(3)), Examples.LATER.plusSeconds(1))
                .snapshot();

        NegotiationOutline outline = NegotiationOutline.of(whole);

        assertEquals(whole.id(), outline.id());
        assertEquals(whole.campaignId(), outline.campaignId());
        assertEquals(whole.threadId(), outline.threadId());
        assertEquals(NegotiationState.COUNTER_SENT, outline.state());
        assertEquals(1, outline.roundCount());
        assertEquals(whole.replyDueAt(), outline.replyDueAt());
        assertSame(whole.context(), outline.context());
        assertEquals(3, outline.historyLength());
        assertEquals(Examples.NOON, outline.createdAt());
        assertEquals(Examples.LATER.plusSeconds(1), outline.updatedAt());
    }

    @Test
    void whatIsNotKnownIsNull() {
        NegotiationOutline outline = NegotiationOutline.of(Examples.opened().snapshot());

        assertNull(outline.threadId());
        assertNull(outline.replyDueAt());
        assertEquals(0, outline.historyLength());
    }

    @Test
    void theContextIsDecodedOnEachCallAndNotBefore() {
        List<String> decoded = new ArrayList<>();
        NegotiationOutline outline = outline(
                () -> {
                    decoded.add("once");
                    return Examples.CONTEXT;
                },
                0,
                0,
                null);

        assertEquals("NegotiationOutline[n-1 of c-1, awaiting_reply after 0 transitions, round 0]", outline.toString());
        assertEquals(List.of(), decoded, "its text form does not decode the context");
        assertSame(Examples.CONTEXT, outline.context());
        assertSame(Examples.CONTEXT, outline.context());
        assertEquals(2, decoded.size());
    }

    @Test
    void whatCannotBeDecodedIsSaidToWhoAsks() {
        UnreadableRow row = new UnreadableRow("negotiation", 7, "n-1", "a newer version wrote it");
        NegotiationOutline outline = outline(
                () -> {
                    throw new UnreadableException(row);
                },
                0,
                0,
                null);

        assertEquals(
                row, assertThrows(UnreadableException.class, outline::context).row());
    }

    @Test
    void timesAreCutToTheMicrosecond() {
        NegotiationOutline outline = outline(() -> Examples.CONTEXT, 0, 0, FINE);

        assertEquals(CUT, outline.replyDueAt());
        assertEquals(CUT, outline.createdAt());
        assertEquals(CUT, outline.updatedAt());
    }

    @Test
    void numbersAreNotNegative() {
        assertRefused("round_count: must not be negative", -1, 0);
        assertRefused("history_length: must not be negative", 0, -1);
    }

    private static void assertRefused(String message, int roundCount, int historyLength) {
        InvalidValueException refused = assertThrows(
                InvalidValueException.class, () -> outline(() -> Examples.CONTEXT, roundCount, historyLength, null));
        assertEquals(message, refused.getMessage());
    }

    private static NegotiationOutline outline(
            Supplier<Attributes> context, int roundCount, int historyLength, @Nullable Instant replyDueAt) {
        return new NegotiationOutline(
                Examples.NEGOTIATION,
                Examples.CAMPAIGN,
                null,
                NegotiationState.AWAITING_REPLY,
                roundCount,
                replyDueAt,
                context,
                historyLength,
                FINE,
                FINE);
    }
}
