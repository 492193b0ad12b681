package dev.parley.testkit.contract.campaign;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.campaign.AgreementConflictException;
import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.campaign.CpmAgreement;
import dev.parley.domain.campaign.CpmAgreement.Origin;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Stored;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.desk.Agreed;
import dev.parley.testkit.desk.Desk;
import dev.parley.testkit.desk.Race;
import dev.parley.testkit.junit.StoreFactory;
import dev.parley.testkit.picture.Exactly;
import dev.parley.testkit.picture.Picture;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Agreements: facts of a campaign, booked once. */
interface AgreementContract extends StoreFactory {
    @Test
    default void anAgreementIsBookedWithTheStepThatReachesIt(NegotiationStore store) {
        Desk desk = new Desk(store);
        Stored<NegotiationSnapshot> before = desk.openAt(NegotiationState.COUNTER_RECEIVED, "n");
        Commit step = Agreed.step("25.50", before);
        store.commit(step);
        desk.mustRead(Desk.after(step.changes().get(0)), "the step that reached the agreement is stored");
        mustHaveBooked(desk, step.agreements(), "and the campaign has its agreement");
    }

    @Test
    default void agreementsAreKeptInTheOrderTheyWereBooked(NegotiationStore store) {
        Desk desk = new Desk(store);
        List<CpmAgreement> booked = Stream.of("n-3", "n-1", "n-2")
                .map(id -> Agreed.to("25.50", id, desk))
                .toList();
        mustHaveBooked(desk, booked, "agreements are kept in the order they were booked");
    }

    @Test
    default void anAgreementKnowsWhatItWasNotTold(NegotiationStore store) {
        Desk desk = new Desk(store);
        Stored<NegotiationSnapshot> before = desk.openAt(NegotiationState.COUNTER_RECEIVED, "n");
        CpmAgreement bare =
                CpmAgreement.negotiated(Fixtures.CAMPAIGN, before.value().id(), Fixtures.cpm("0.00"), null, null);
        store.commit(Agreed.step("25.50", before).withAgreements(List.of(bare)));
        mustHaveBooked(desk, List.of(bare), "an agreement without engagement and impressions reads back without");
    }

    @Test
    default void importedAgreementsAreBookedWithTheirCampaign(NegotiationStore store) {
        Desk desk = new Desk(store);
        CampaignSnapshot imported = with(imported(0, "18.00"), imported(1, "22.50"));
        store.commit(Commit.of(imported));
        Exactly.equal(imported, desk.readCampaign(imported.id()), "a campaign reads back with its imported agreements");
        CpmAgreement third = Agreed.to("25.50", "n", desk);
        mustHaveBooked(
                desk,
                List.of(imported(0, "18.00"), imported(1, "22.50"), third),
                "later agreements are appended to the imported ones");
    }

    @Test
    default void registeringAgainBooksWhatIsNew(NegotiationStore store) {
        Desk desk = new Desk(store);
        store.commit(Commit.of(with(imported(0, "18.00"))));
        store.commit(Commit.of(with(imported(1, "22.50"), imported(0, "18.00"))));
        mustHaveBooked(
                desk,
                List.of(imported(0, "18.00"), imported(1, "22.50")),
                "of agreements that come with a known campaign the new ones are appended, the others stay");
    }

    @Test
    default void anEqualAgreementStaysAsItWasBooked(NegotiationStore store) {
        Desk desk = new Desk(store);
        store.commit(Commit.of(with(imported(0, "18.50"))));
        store.commit(Commit.of(with(imported(0, "18.5"))));
        mustHaveBooked(desk, List.of(imported(0, "18.50")), "an agreement that says the same changes nothing");
    }

    @Test
    default void aDifferentAgreementIsRefusedAndTheFirstStands(NegotiationStore store) {
        Desk desk = new Desk(store);
        store.commit(Commit.of(with(imported(0, "18.00"))));
        AgreementConflictException refused = assertThrows(
                AgreementConflictException.class,
                () -> store.commit(Commit.of(with(imported(1, "22.50"), imported(0, "99.00")))),
                "an agreement of an origin that has booked another is refused");
        Exactly.equal(imported(0, "18.00"), refused.booked(), "the refusal names the agreement that stands");
        Exactly.equal(imported(0, "99.00"), refused.refused(), "the refusal names the one that was refused");
        mustHaveBooked(desk, List.of(imported(0, "18.00")), "a refused booking leaves the agreements as they were");
    }

    @Test
    default void oneOriginCannotSayTwoThingsInOneCommit(NegotiationStore store) {
        assertThrows(
                AgreementConflictException.class,
                () -> store.commit(Commit.of(with(imported(0, "18.00"), imported(0, "99.00")))),
                "two agreements of one origin that differ are refused, within a commit too");
        Commit opened = Agreed.opened("25.50", "n");
        CpmAgreement other = Fixtures.agreement(opened.changes().get(0).snapshot(), "99.00");
        Commit contradictory = Commit.of(List.of(with(other)), opened.changes()).withAgreements(opened.agreements());
        assertThrows(
                AgreementConflictException.class,
                () -> store.commit(contradictory),
                "an agreement that comes with the campaign and one that is booked by a step are compared");
        Exactly.equal(List.of(), Picture.pages(10, store::campaigns), "a refused commit registers nothing");
    }

    @Test
    default void originsOfDifferentCampaignsDoNotMeet(NegotiationStore store) {
        Desk desk = new Desk(store);
        CampaignSnapshot first = with(imported(0, "18.00"));
        CampaignId another = new CampaignId("another");
        CampaignSnapshot second = Agreed.campaign(
                another, List.of(new CpmAgreement(another, new Origin.Imported(0), Fixtures.cpm("99.00"), null, null)));
        store.commit(Commit.of(List.of(first, second), List.of()));
        Exactly.equal(first, desk.readCampaign(first.id()), "each campaign has its own agreements");
        Exactly.equal(second, desk.readCampaign(another), "each campaign has its own agreements");
    }

    @RepeatedTest(3)
    default void negotiationsThatAgreeAtOnceDoNotConflict(NegotiationStore store) {
        Desk desk = new Desk(store);
        List<Commit> steps = IntStream.range(0, Race.THREADS)
                .mapToObj(i -> Agreed.step("2" + i + ".50", desk.openAt(NegotiationState.COUNTER_RECEIVED, "n-" + i)))
                .toList();
        Race.of(steps.size(), number -> store.commit(steps.get(number)))
                .mustAllWin("negotiations of one campaign that agree at once do not contradict each other");
        Exactly.equal(
                steps.stream().map(step -> step.agreements().get(0)).toList(),
                desk.readCampaign(Fixtures.CAMPAIGN).tracker().agreements().stream()
                        .sorted((one, other) ->
                                one.cpm().amount().compareTo(other.cpm().amount()))
                        .toList(),
                "the agreement of each is booked, and none twice");
    }

    private static void mustHaveBooked(Desk desk, List<CpmAgreement> expected, String promise) {
        Exactly.equal(expected, desk.readCampaign(Fixtures.CAMPAIGN).tracker().agreements(), promise);
    }

    private static CpmAgreement imported(int position, String cpm) {
        return new CpmAgreement(Fixtures.CAMPAIGN, new Origin.Imported(position), Fixtures.cpm(cpm), null, null);
    }

    private static CampaignSnapshot with(CpmAgreement... agreements) {
        return Agreed.campaign(List.of(agreements));
    }
}
