package dev.parley.testkit.contract.content;

import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.campaign.Campaign;
import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.campaign.Cpm;
import dev.parley.domain.campaign.CpmAgreement;
import dev.parley.domain.campaign.CpmAgreement.Origin;
import dev.parley.domain.campaign.CpmRange;
import dev.parley.domain.campaign.CpmTrackerSnapshot;
import dev.parley.domain.campaign.EngagementRate;
import dev.parley.domain.campaign.Influencer;
import dev.parley.domain.campaign.Platform;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.desk.Desk;
import dev.parley.testkit.desk.HostileContent;
import dev.parley.testkit.junit.StoreFactory;
import dev.parley.testkit.picture.Exactly;
import dev.parley.testkit.picture.Picture;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A campaign reads back as it was registered, with every oddity that is legal. */
interface CampaignFidelityContract extends StoreFactory {
    @Test
    default void aCampaignKeepsEveryTextItIsGiven(NegotiationStore store) {
        List<CampaignSnapshot> campaigns = new ArrayList<>();
        for (String text : HostileContent.texts()) {
            Influencer influencer = new Influencer(text, new Platform(text), null, Attributes.empty());
            campaigns.add(CampaignSnapshot.fresh(
                    new Campaign(
                            new CampaignId("c-" + campaigns.size()),
                            text,
                            BigDecimal.ONE,
                            text,
                            List.of(influencer, influencer),
                            new CpmRange(Fixtures.cpm("1"), Fixtures.cpm("1")),
                            new Platform(text),
                            text,
                            Fixtures.OPENED_AT,
                            Attributes.empty()),
                    1));
        }
        mustReadBack(store, campaigns, "a campaign keeps every text, and an influencer that stands there twice");
    }

    @Test
    default void aCampaignKeepsFurtherStructure(NegotiationStore store) {
        List<CampaignSnapshot> campaigns = new ArrayList<>();
        for (Attributes attributes : HostileContent.attributes().values()) {
            Influencer influencer = new Influencer("Ada", Platform.TIKTOK, null, attributes);
            campaigns.add(campaign(campaigns.size(), List.of(influencer), Fixtures.OPENED_AT, attributes));
        }
        mustReadBack(store, campaigns, "further structure of a campaign and of an influencer is kept as it is");
    }

    @Test
    default void aCampaignKeepsItsInstant(NegotiationStore store) {
        List<CampaignSnapshot> campaigns = new ArrayList<>();
        for (Instant at : HostileContent.instants()) {
            campaigns.add(campaign(campaigns.size(), List.of(), at, Attributes.empty()));
        }
        mustReadBack(store, campaigns, "the instant of a campaign is kept to the microsecond, as is an empty list");
    }

    @Test
    default void aCampaignKeepsTheDigitsOfEachAmount(NegotiationStore store) {
        List<CampaignSnapshot> campaigns = new ArrayList<>();
        for (BigDecimal amount : amounts()) {
            CampaignId id = new CampaignId("c-" + campaigns.size());
            CpmRange range = new CpmRange(new Cpm(amount), new Cpm(amount));
            Influencer influencer =
                    new Influencer("Ada", Platform.YOUTUBE, new EngagementRate(amount), Attributes.empty());
            Campaign campaign = new Campaign(
                    id,
                    "Acme",
                    amount,
                    "reels",
                    List.of(influencer),
                    new CpmRange(Fixtures.cpm("0"), new Cpm(amount)),
                    Platform.YOUTUBE,
                    "soon",
                    Fixtures.OPENED_AT,
                    Attributes.empty());
            CpmAgreement agreement = new CpmAgreement(
                    id, new Origin.Imported(0), new Cpm(amount), new EngagementRate(amount), Long.MAX_VALUE);
            campaigns.add(new CampaignSnapshot(
                    campaign, new CpmTrackerSnapshot(id, range, Integer.MAX_VALUE, List.of(agreement))));
        }
        mustReadBack(store, campaigns, "every amount keeps its digits and its scale");
    }

    @Test
    default void aCampaignKeepsMoreAgreementsThanItWants(NegotiationStore store) {
        CampaignSnapshot fresh = Fixtures.campaign(Fixtures.CAMPAIGN);
        List<CpmAgreement> agreements = IntStream.range(0, 120)
                .mapToObj(i -> new CpmAgreement(
                        fresh.id(),
                        i % 2 == 0 ? new Origin.Imported(i) : new Origin.Negotiated(new NegotiationId("n-" + i)),
                        Fixtures.cpm(i + ".00"),
                        null,
                        i % 3 == 0 ? 1L : null))
                .toList();
        CpmTrackerSnapshot tracker =
                new CpmTrackerSnapshot(fresh.id(), fresh.campaign().cpmRange(), 0, agreements);
        mustReadBack(
                store,
                List.of(new CampaignSnapshot(fresh.campaign(), tracker)),
                "agreements are kept in order, however many were wanted and whatever they cost");
    }

    private static void mustReadBack(NegotiationStore store, List<CampaignSnapshot> campaigns, String promise) {
        store.commit(Commit.of(campaigns, List.of()));
        for (CampaignSnapshot campaign : campaigns) {
            Exactly.equal(campaign, new Desk(store).readCampaign(campaign.id()), promise);
            store.commit(Commit.of(campaign));
        }
        Exactly.equal(campaigns, Picture.pages(7, store::campaigns), promise + ", also when it is registered again");
    }

    private static List<BigDecimal> amounts() {
        return HostileContent.decimals().stream()
                .map(BigDecimal::new)
                .filter(amount -> amount.signum() >= 0)
                .toList();
    }

    private static CampaignSnapshot campaign(
            int number, List<Influencer> influencers, Instant createdAt, Attributes attributes) {
        return CampaignSnapshot.fresh(
                new Campaign(
                        new CampaignId("c-" + number),
                        "Acme",
                        BigDecimal.ZERO,
                        "reels",
                        influencers,
                        new CpmRange(Fixtures.cpm("0"), Fixtures.cpm("0.00")),
                        Platform.INSTAGRAM,
                        "soon",
                        createdAt,
                        attributes),
                0);
    }
}
