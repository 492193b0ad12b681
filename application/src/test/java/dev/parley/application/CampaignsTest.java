package dev.parley.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.campaign.Campaign;
import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.campaign.CpmFlexibility;
import dev.parley.domain.campaign.EngagementRate;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.port.CampaignConflictException;
import dev.parley.domain.port.CampaignNotFoundException;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.Stored;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.InMemoryNegotiationStore;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class CampaignsTest {
    private static final Campaign SPRING = Fixtures.campaign(Fixtures.CAMPAIGN).campaign();

    private final InMemoryNegotiationStore store = new InMemoryNegotiationStore();
    private final Campaigns campaigns = new Campaigns(store);
    private final Negotiations negotiations =
            new Negotiations(store, InstantSource.fixed(Fixtures.OPENED_AT.plusSeconds(1)));

    private void agree(String id, String cpm) {
        Stored<Negotiation> opened = negotiations.open(new NegotiationId(id), Fixtures.CAMPAIGN, Attributes.empty());
        negotiations.advance(
                Step.on(opened, NegotiationEvent.SEND_OFFER, NegotiationEvent.RECEIVE_REPLY, NegotiationEvent.ACCEPT)
                        .agreeing(AgreedTerms.at(Fixtures.cpm(cpm))));
    }

    @Test
    void registeringTheSameAgainIsFineAndKeepsWhatWasAgreed() {
        campaigns.register(SPRING, 10);
        agree("n-1", "25.50");

        CampaignSnapshot again = campaigns.register(SPRING, 10);

        assertEquals(1, again.tracker().agreements().size());
        assertEquals(again, campaigns.find(Fixtures.CAMPAIGN).orElseThrow());
    }

    @Test
    void otherContentUnderTheSameIdIsRefused() {
        CampaignSnapshot registered = campaigns.register(SPRING, 10);

        assertThrows(CampaignConflictException.class, () -> campaigns.register(SPRING, 11));
        assertEquals(registered, campaigns.find(Fixtures.CAMPAIGN).orElseThrow());
    }

    @Test
    void theFlexibilityKnowsWhatEveryNegotiationOfTheCampaignAgreed() {
        campaigns.register(SPRING, 10);
        BigDecimal target = new BigDecimal("30.00");
        assertEquals(target, campaigns.flexibility(Fixtures.CAMPAIGN, null).maxAllowedCpm());

        agree("n-1", "26.00");
        agree("n-2", "22.00");

        CpmFlexibility flexibility =
                campaigns.flexibility(Fixtures.CAMPAIGN, new EngagementRate(new BigDecimal("3.1")));
        assertEquals(0, new BigDecimal("1.5").compareTo(flexibility.budgetPremium()));
        assertEquals(0, new BigDecimal("2.4").compareTo(flexibility.engagementPremium()));
        assertEquals(0, new BigDecimal("33.9").compareTo(flexibility.maxAllowedCpm()));
    }

    @Test
    void campaignsAreListedAPageAtATime() {
        campaigns.register(SPRING, 10);
        campaigns.register(Fixtures.campaign(new CampaignId("summer")).campaign(), 0);

        var first = campaigns.list(PageRequest.first(1));
        var second = campaigns.list(PageRequest.first(1).from(first.next().orElseThrow()));

        assertEquals(
                List.of(Fixtures.CAMPAIGN),
                first.rows().stream().map(CampaignSnapshot::id).toList());
        assertEquals(new CampaignId("summer"), second.rows().get(0).id());
        assertTrue(second.next().isEmpty());
    }

    @Test
    void anUnknownCampaignHasNoFlexibility() {
        assertTrue(campaigns.find(new CampaignId("unknown")).isEmpty());
        assertThrows(CampaignNotFoundException.class, () -> campaigns.flexibility(new CampaignId("unknown"), null));
    }
}
