package dev.parley.testkit.contract.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.campaign.Campaign;
import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.campaign.CpmRange;
import dev.parley.domain.campaign.CpmTrackerSnapshot;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.port.CampaignConflictException;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.desk.Agreed;
import dev.parley.testkit.desk.Desk;
import dev.parley.testkit.desk.Race;
import dev.parley.testkit.junit.StoreFactory;
import dev.parley.testkit.picture.Exactly;
import dev.parley.testkit.picture.Picture;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Registering campaigns and reading them. */
interface CampaignContract extends StoreFactory {
    @Test
    default void aRegisteredCampaignReadsBack(NegotiationStore store) {
        Desk desk = new Desk(store);
        CampaignSnapshot campaign = desk.register("c");
        Exactly.equal(campaign, desk.readCampaign(campaign.id()), "a campaign reads back as it was registered");
    }

    @Test
    default void anUnknownCampaignIsNotFound(NegotiationStore store) {
        new Desk(store).register("known");
        assertEquals(
                Optional.empty(), store.findCampaign(new CampaignId("unknown")), "an unknown campaign finds nothing");
    }

    @Test
    default void registeringTheSameAgainChangesNothing(NegotiationStore store) {
        Desk desk = new Desk(store);
        Agreed.to("25.50", "n", desk);
        Picture before = Picture.of(store);
        desk.register(Fixtures.CAMPAIGN.value());
        Exactly.equal(before, Picture.of(store), "registering the same again is fine and keeps what was agreed since");
    }

    @Test
    default void otherContentIsRefusedAndTheFirstStands(NegotiationStore store) {
        Desk desk = new Desk(store);
        CampaignSnapshot first = desk.register("c");
        Campaign campaign = first.campaign();
        CpmRange target = new CpmRange(Fixtures.cpm("20.00"), Fixtures.cpm("31.00"));
        Campaign renamed = new Campaign(
                campaign.id(),
                "Acme Ltd",
                campaign.budget(),
                campaign.targetDeliverables(),
                campaign.influencers(),
                campaign.cpmRange(),
                campaign.platform(),
                campaign.timeline(),
                campaign.createdAt(),
                campaign.attributes());
        refuse(desk, first, CampaignSnapshot.fresh(campaign, 11), "another total");
        refuse(desk, first, CampaignSnapshot.fresh(renamed, 10), "another client");
        refuse(
                desk,
                first,
                new CampaignSnapshot(campaign, new CpmTrackerSnapshot(campaign.id(), target, 10, List.of())),
                "another target");
    }

    private static void refuse(Desk desk, CampaignSnapshot first, CampaignSnapshot other, String difference) {
        CampaignConflictException refused = assertThrows(
                CampaignConflictException.class,
                () -> desk.store().commit(Commit.of(other)),
                "a campaign that is registered cannot be registered with " + difference);
        assertEquals(first.id(), refused.campaignId(), "the refusal names the campaign");
        Exactly.equal(first, desk.readCampaign(first.id()), "a refused registration leaves the first as it was");
    }

    @Test
    default void campaignsAreListedInTheOrderTheyWereRegistered(NegotiationStore store) {
        Desk desk = new Desk(store);
        List<CampaignSnapshot> registered = List.of(desk.register("b"), desk.register("c"), desk.register("a"));
        desk.register("c");
        Exactly.equal(
                registered,
                Picture.pages(10, store::campaigns),
                "campaigns are listed in the order they were first registered");
    }

    @Test
    default void campaignsAreListedAPageAtATime(NegotiationStore store) {
        List<CampaignSnapshot> registered = IntStream.range(0, 25)
                .mapToObj(i -> Fixtures.campaign(new CampaignId("c-" + i)))
                .toList();
        store.commit(Commit.of(registered, List.of()));
        for (int limit : List.of(1, 5, 24, 25, 26)) {
            Exactly.equal(
                    registered,
                    Picture.pages(limit, store::campaigns),
                    "each campaign is met exactly once with " + limit + " a page");
        }
    }

    @Test
    default void aStoreWithoutCampaignsListsNone(NegotiationStore store) {
        assertEquals(List.of(), Picture.pages(10, store::campaigns), "a new store has no campaigns");
    }

    @Test
    default void threadsMayRegisterTheSameCampaignAtOnce(NegotiationStore store) {
        Desk desk = new Desk(store);
        Race.of(Race.THREADS, number -> desk.register("c"))
                .mustAllWin("registering the same campaign at once is no contradiction");
        Exactly.equal(
                List.of(Fixtures.campaign(new CampaignId("c"))),
                Picture.pages(10, store::campaigns),
                "a campaign that many registered at once is there once");
    }

    @Test
    default void ofDifferentRegistrationsAtOnceExactlyOneWins(NegotiationStore store) {
        Campaign campaign = Fixtures.campaign(new CampaignId("c")).campaign();
        int winner = Race.of(Race.THREADS, number -> store.commit(Commit.of(CampaignSnapshot.fresh(campaign, number))))
                .onlyWinner(
                        CampaignConflictException.class, "of different registrations of one campaign one is committed");
        Exactly.equal(
                CampaignSnapshot.fresh(campaign, winner),
                new Desk(store).readCampaign(campaign.id()),
                "the winner of the race reads back");
    }
}
