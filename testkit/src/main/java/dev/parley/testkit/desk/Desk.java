package dev.parley.testkit.desk;

import static org.junit.jupiter.api.Assertions.fail;

import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.campaign.CpmAgreement;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.OutboundMessage;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Stored;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.Steps;
import dev.parley.testkit.picture.Exactly;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the contract works with a store, so that its tests read as sentences. What a method gives back is what the
 * store was told, never what it answers.
 */
public record Desk(NegotiationStore store) {
    public CampaignSnapshot register(String id) {
        CampaignSnapshot campaign = Fixtures.campaign(new CampaignId(id));
        store.commit(Commit.of(campaign));
        return campaign;
    }

    /** Opens a negotiation of {@link Fixtures#CAMPAIGN}, and registers that where it is not known. */
    public Stored<NegotiationSnapshot> open(String id) {
        return open(Fixtures.negotiation(id));
    }

    public Stored<NegotiationSnapshot> openOn(String thread, String id) {
        return open(Fixtures.negotiation(id, Fixtures.CAMPAIGN, thread));
    }

    public Stored<NegotiationSnapshot> open(Negotiation negotiation) {
        CampaignSnapshot campaign = Fixtures.campaign(negotiation.campaignId());
        store.commit(Commit.of(List.of(campaign), List.of(NegotiationChange.opened(negotiation.snapshot()))));
        return new Stored<>(negotiation.snapshot(), 1);
    }

    /** Opens negotiations of {@link Fixtures#CAMPAIGN}, all in one commit. */
    public List<Stored<NegotiationSnapshot>> openAll(List<Negotiation> negotiations) {
        List<NegotiationChange> opened = negotiations.stream()
                .map(Negotiation::snapshot)
                .map(NegotiationChange::opened)
                .toList();
        store.commit(Commit.of(List.of(Fixtures.campaign(Fixtures.CAMPAIGN)), opened));
        return opened.stream().map(Desk::after).toList();
    }

    /** Opens negotiations {@code prefix-0}, {@code prefix-1} and so on, all in one commit. */
    public List<NegotiationId> openMany(String prefix, int count) {
        List<Negotiation> negotiations = IntStream.range(0, count)
                .mapToObj(i -> Fixtures.negotiation(prefix + "-" + i))
                .toList();
        openAll(negotiations);
        return negotiations.stream().map(Negotiation::id).toList();
    }

    public Stored<NegotiationSnapshot> openAt(NegotiationState state, String id) {
        return commit(Steps.to(state, open(id)));
    }

    public Stored<NegotiationSnapshot> step(Stored<NegotiationSnapshot> before, NegotiationEvent... events) {
        return commit(Steps.events(before, events));
    }

    public Stored<NegotiationSnapshot> commit(NegotiationChange change) {
        store.commit(Commit.of(change));
        return after(change);
    }

    /** The negotiation as it must read back once a change is committed. */
    public static Stored<NegotiationSnapshot> after(NegotiationChange change) {
        return new Stored<>(change.snapshot(), change.newRevision());
    }

    public Stored<NegotiationSnapshot> read(NegotiationId id) {
        return store.find(id).orElseGet(() -> fail("negotiation " + id + " was committed and is not found"));
    }

    /** The messages that a negotiation owes or has sent, however far they have come. */
    public static List<OutboundMessage> owed(NegotiationStore store, NegotiationId id) {
        return store.owedBy(id).stream().map(OwedMessage::message).toList();
    }

    public CampaignSnapshot readCampaign(CampaignId id) {
        return store.findCampaign(id).orElseGet(() -> fail("campaign " + id + " was committed and is not found"));
    }

    /** Fails unless the store has the negotiation exactly so. */
    public void mustRead(Stored<NegotiationSnapshot> expected, String promise) {
        Exactly.equal(expected, read(expected.value().id()), promise);
    }

    /** Fails unless the agreement is booked in its campaign, exactly so and once. */
    public void mustHaveBooked(CpmAgreement agreement, String promise) {
        Exactly.equal(
                List.of(agreement),
                readCampaign(agreement.campaignId()).tracker().agreements().stream()
                        .filter(booked -> booked.origin().equals(agreement.origin()))
                        .toList(),
                promise);
    }
}
