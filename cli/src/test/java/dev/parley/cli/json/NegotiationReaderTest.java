package dev.parley.cli.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.documents.JsonText;
import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.negotiation.HistoryEntry;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.negotiation.Transition;
import dev.parley.domain.port.Stored;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NegotiationReaderTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123456Z");

    @Test
    void whatIsWrittenIsReadBack() {
        Negotiation negotiation = Negotiation.open(
                        new NegotiationId("n-1 🎥"),
                        new CampaignId("c-1"),
                        new ThreadId("t-1"),
                        Attributes.empty().with("$x", new BigDecimal("1.50")).with("y", null),
                        NOW)
                .on(
                        List.of(
                                NegotiationEvent.SEND_OFFER,
                                NegotiationEvent.RECEIVE_REPLY,
                                NegotiationEvent.SEND_COUNTER,
                                NegotiationEvent.PAUSE),
                        NOW.plusSeconds(1),
                        "because");

        assertReadBack(new Stored<>(negotiation.snapshot(), 7));
    }

    @Test
    void whatWasImportedIsReadBack() {
        HistoryEntry entry = new HistoryEntry(
                1,
                new Transition(
                        NegotiationState.INITIAL_OFFER, NegotiationEvent.SEND_OFFER, NegotiationState.AWAITING_REPLY),
                null,
                null);

        assertReadBack(new Stored<>(
                new NegotiationSnapshot(
                        new NegotiationId("n-1"),
                        new CampaignId("c-1"),
                        null,
                        NegotiationState.AWAITING_REPLY,
                        3,
                        NOW.plusSeconds(60),
                        Attributes.empty(),
                        List.of(entry),
                        NOW,
                        NOW),
                1));
    }

    private static void assertReadBack(Stored<NegotiationSnapshot> stored) {
        String json = JsonText.write(NegotiationJson.full(stored.map(Negotiation::restore)));

        assertEquals(stored, NegotiationReader.read(JsonText.parseObject("negotiation", json)));
    }
}
