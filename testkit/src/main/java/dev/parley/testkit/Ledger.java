package dev.parley.testkit;

import dev.parley.domain.campaign.AgreementConflictException;
import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.campaign.CpmAgreement;
import dev.parley.domain.campaign.CpmTrackerSnapshot;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.port.CampaignConflictException;
import dev.parley.domain.port.CampaignNotFoundException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The campaigns as they would be after a commit; see {@link Draft}. Not thread-safe. */
final class Ledger {
    private final Shelf<CampaignId, CampaignSnapshot> known;
    private final Map<CampaignId, CampaignSnapshot> drafted = new LinkedHashMap<>();

    Ledger(Shelf<CampaignId, CampaignSnapshot> known) {
        this.known = known;
    }

    void register(CampaignSnapshot campaign) {
        CampaignSnapshot registered = find(campaign.id());
        if (registered == null) {
            drafted.put(campaign.id(), withAgreements(campaign, Stream.empty()));
        } else if (!registered.sameRegistrationAs(campaign)) {
            throw new CampaignConflictException(campaign.id());
        }
        campaign.tracker().agreements().forEach(this::book);
    }

    void book(CpmAgreement agreement) {
        CampaignSnapshot campaign = require(agreement.campaignId());
        List<CpmAgreement> booked = campaign.tracker().agreements();
        Optional<CpmAgreement> standing = of(agreement.origin(), booked);
        if (standing.isEmpty()) {
            drafted.put(campaign.id(), withAgreements(campaign, Stream.concat(booked.stream(), Stream.of(agreement))));
        } else if (!standing.get().sameAs(agreement)) {
            throw new AgreementConflictException(standing.get(), agreement);
        }
    }

    boolean hasBooked(CampaignId id, CpmAgreement.Origin origin) {
        return of(origin, require(id).tracker().agreements()).isPresent();
    }

    CampaignSnapshot require(CampaignId id) {
        CampaignSnapshot campaign = find(id);
        if (campaign == null) {
            throw new CampaignNotFoundException(id);
        }
        return campaign;
    }

    void settle() {
        drafted.forEach(known::put);
    }

    private @Nullable CampaignSnapshot find(CampaignId id) {
        CampaignSnapshot campaign = drafted.get(id);
        return campaign == null ? known.get(id) : campaign;
    }

    private static Optional<CpmAgreement> of(CpmAgreement.Origin origin, List<CpmAgreement> booked) {
        return booked.stream().filter(one -> one.origin().equals(origin)).findFirst();
    }

    private static CampaignSnapshot withAgreements(CampaignSnapshot campaign, Stream<CpmAgreement> agreements) {
        CpmTrackerSnapshot tracker = campaign.tracker();
        return new CampaignSnapshot(
                campaign.campaign(),
                new CpmTrackerSnapshot(
                        tracker.campaignId(), tracker.target(), tracker.totalInfluencers(), agreements.toList()));
    }
}
