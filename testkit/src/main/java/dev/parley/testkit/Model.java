package dev.parley.testkit;

import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.campaign.CpmAgreement;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.InboundMessage;
import dev.parley.domain.message.OutboundMessage;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.Stored;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a store should hold after commits that are known to be legal: no checks, no indexes, no threads, so that it is
 * plainly right. It shares no code with the in-memory store.
 */
final class Model {
    private final Map<NegotiationId, Stored<NegotiationSnapshot>> negotiations = new LinkedHashMap<>();
    private final Map<CampaignId, CampaignSnapshot> campaigns = new LinkedHashMap<>();
    private final Map<CampaignId, Map<CpmAgreement.Origin, CpmAgreement>> agreements = new LinkedHashMap<>();
    private final Map<NegotiationId, List<InboundMessage>> handled = new LinkedHashMap<>();
    private final Map<NegotiationId, List<OutboundMessage>> owed = new LinkedHashMap<>();

    void take(Commit commit) {
        for (CampaignSnapshot campaign : commit.campaigns()) {
            campaigns.putIfAbsent(campaign.id(), campaign);
            agreements.putIfAbsent(campaign.id(), new LinkedHashMap<>());
            campaign.tracker().agreements().forEach(this::book);
        }
        for (NegotiationChange change : commit.changes()) {
            negotiations.put(change.id(), new Stored<>(change.snapshot(), change.newRevision()));
            handled.putIfAbsent(change.id(), new ArrayList<>());
            owed.putIfAbsent(change.id(), new ArrayList<>());
        }
        commit.agreements().forEach(this::book);
        commit.handled().forEach(message -> handledBy(message.negotiationId()).add(message));
        commit.owed()
                .forEach(message ->
                        owed.getOrDefault(message.negotiationId(), List.of()).add(message));
    }

    void delete(NegotiationId id) {
        negotiations.remove(id);
        handled.remove(id);
        owed.remove(id);
    }

    private void book(CpmAgreement agreement) {
        booked(agreement.campaignId()).putIfAbsent(agreement.origin(), agreement);
    }

    Map<CpmAgreement.Origin, CpmAgreement> booked(CampaignId campaign) {
        return agreements.getOrDefault(campaign, Map.of());
    }

    List<Stored<NegotiationSnapshot>> negotiations() {
        return List.copyOf(negotiations.values());
    }

    List<CampaignSnapshot> campaigns() {
        return campaigns.values().stream()
                .map(campaign -> Agreed.with(List.copyOf(booked(campaign.id()).values()), campaign))
                .toList();
    }

    private List<InboundMessage> handledBy(NegotiationId id) {
        return handled.getOrDefault(id, List.of());
    }

    Picture picture() {
        return new Picture(negotiations(), campaigns(), handled, owed, unbooked());
    }

    private long unbooked() {
        return negotiations.values().stream()
                .map(Stored::value)
                .filter(negotiation -> negotiation.state() == NegotiationState.AGREED)
                .filter(negotiation -> !booked(negotiation.campaignId())
                        .containsKey(new CpmAgreement.Origin.Negotiated(negotiation.id())))
                .count();
    }
}
