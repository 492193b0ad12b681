package dev.parley.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import dev.parley.domain.campaign.CampaignSnapshot;
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
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the contract works with a store, so that its tests read as sentences. What a method gives back is what the
 * store was told, never what it answers.
 */
record Desk(NegotiationStore store) {
    CampaignSnapshot register(String id) {
        CampaignSnapshot campaign = Fixtures.campaign(new CampaignId(id));
        store.commit(Commit.of(campaign));
        return campaign;
    }

    /** Opens a negotiation of {@link Fixtures#CAMPAIGN}, and registers that where it is not known. */
    Stored<NegotiationSnapshot> open(String id) {
        return open(Fixtures.negotiation(id));
    }

    Stored<NegotiationSnapshot> openOn(String thread, String id) {
        return open(Fixtures.negotiation(id, Fixtures.CAMPAIGN, thread));
    }

    Stored<NegotiationSnapshot> open(Negotiation negotiation) {
        CampaignSnapshot campaign = Fixtures.campaign(negotiation.campaignId());
        store.commit(Commit.of(List.of(campaign), List.of(NegotiationChange.opened(negotiation.snapshot()))));
        return new Stored<>(negotiation.snapshot(), 1);
    }

    /** Opens negotiations of {@link Fixtures#CAMPAIGN}, all in one commit. */
    List<Stored<NegotiationSnapshot>> openAll(List<Negotiation> negotiations) {
        List<NegotiationChange> opened = negotiations.stream()
                .map(Negotiation::snapshot)
                .map(NegotiationChange::opened)
                .toList();
        store.commit(Commit.of(List.of(Fixtures.campaign(Fixtures.CAMPAIGN)), opened));
        return opened.stream().map(Desk::after).toList();
    }

    /** Opens negotiations {@code prefix-0}, {@code prefix-1} and so on, all in one commit. */
    List<NegotiationId> openMany(String prefix, int count) {
        List<Negotiation> negotiations = IntStream.range(0, count)
                .mapToObj(i -> Fixtures.negotiation(prefix + "-" + i))
                .toList();
        openAll(negotiations);
        return negotiations.stream().map(Negotiation::id).toList();
    }

    Stored<NegotiationSnapshot> openAt(NegotiationState state, String id) {
        return commit(Steps.to(state, open(id)));
    }

    Stored<NegotiationSnapshot> step(Stored<NegotiationSnapshot> before, NegotiationEvent... events) {
        return commit(Steps.events(before, events));
    }

    Stored<NegotiationSnapshot> commit(NegotiationChange change) {
        store.commit(Commit.of(change));
        return after(change);
    }

    /** The negotiation as it must read back once a change is committed. */
    static Stored<NegotiationSnapshot> after(NegotiationChange change) {
        return new Stored<>(change.snapshot(), change.newRevision());
    }

    Stored<NegotiationSnapshot> read(NegotiationId id) {
        return store.find(id).orElseGet(() -> fail("negotiation " + id + " was committed and is not found"));
    }

    /** The messages that a negotiation owes or has sent, however far they have come. */
    static List<OutboundMessage> owed(NegotiationStore store, NegotiationId id) {
        return store.owedBy(id).stream().map(OwedMessage::message).toList();
    }

    CampaignSnapshot readCampaign(CampaignId id) {
        return store.findCampaign(id).orElseGet(() -> fail("campaign " + id + " was committed and is not found"));
    }

    /** Fails unless the store has the negotiation exactly so. */
    void mustRead(Stored<NegotiationSnapshot> expected, String promise) {
        Exactly.equal(expected, read(expected.value().id()), promise);
    }
}
