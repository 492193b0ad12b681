package dev.parley.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.application.Negotiations;
import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.port.CampaignNotFoundException;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationAlreadyExistsException;
import dev.parley.domain.port.Stored;
import dev.parley.testkit.InMemoryNegotiationStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WriteBehindStoreTest {
    private static final NegotiationId ID = new NegotiationId("n-1");

    private final InMemoryNegotiationStore written = new InMemoryNegotiationStore();
    private final WriteBehindStore store = new WriteBehindStore(written);
    private final Negotiations negotiations =
            new Negotiations(store, InstantSource.fixed(Instant.parse("2026-03-01T10:00:00Z")));

    @Test
    void whatIsAcknowledgedIsReadButNotWritten() {
        CampaignSnapshot campaign = campaign();
        store.commit(Commit.of(campaign));
        Stored<Negotiation> opened = negotiations.open(ID, campaign.id(), new ThreadId("t-1"), Attributes.empty());

        assertEquals(opened, negotiations.find(ID).orElseThrow());
        assertEquals(opened, negotiations.findByThread(new ThreadId("t-1")).orElseThrow());
        assertEquals(campaign, store.findCampaign(campaign.id()).orElseThrow());
        assertTrue(written.find(ID).isEmpty());
        assertTrue(written.findCampaign(campaign.id()).isEmpty());
    }

    @Test
    void theLatestOnesStayUnwrittenUntilItIsClosed() {
        CampaignSnapshot campaign = campaign();
        store.commit(Commit.of(campaign));
        negotiations.open(ID, campaign.id(), Attributes.empty());
        for (int i = 0; i < 20; i++) {
            negotiations.pause(ID, null);
            negotiations.resume(ID, null);
        }

        assertEquals(41, store.find(ID).orElseThrow().revision());
        assertEquals(9, written.find(ID).orElseThrow().revision());
        store.close();
        assertEquals(41, written.find(ID).orElseThrow().revision());
    }

    @Test
    void itRefusesWhatCannotBe() {
        assertThrows(
                CampaignNotFoundException.class,
                () -> negotiations.open(ID, new CampaignId("c-9"), Attributes.empty()));
        store.commit(Commit.of(campaign()));
        negotiations.open(ID, Scenery.CAMPAIGN, Attributes.empty());
        assertThrows(
                NegotiationAlreadyExistsException.class,
                () -> negotiations.open(ID, Scenery.CAMPAIGN, Attributes.empty()));
    }

    private static CampaignSnapshot campaign() {
        return Scenery.registered(new Scenery(new SplittableRandom(1)).campaign(3));
    }
}
