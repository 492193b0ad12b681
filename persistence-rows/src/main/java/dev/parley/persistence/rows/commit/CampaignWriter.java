package dev.parley.persistence.rows.commit;

import dev.parley.domain.campaign.AgreementConflictException;
import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.campaign.CpmAgreement;
import dev.parley.domain.port.CampaignConflictException;
import dev.parley.domain.port.CampaignNotFoundException;
import dev.parley.persistence.rows.commit.EncodedCommit.EncodedCampaign;
import dev.parley.persistence.rows.mapping.Mappers;

/** Registers campaigns and books agreements, each once. */
final class CampaignWriter<X extends Exception> {
    private final CampaignTable<X> table;

    CampaignWriter(CampaignTable<X> table) {
        this.table = table;
    }

    void register(EncodedCampaign campaign) throws X {
        CampaignSnapshot snapshot = campaign.snapshot();
        if (!table.insert(campaign.row()) && !registered(snapshot).sameRegistrationAs(snapshot)) {
            throw new CampaignConflictException(snapshot.id());
        }
        for (CpmAgreement agreement : snapshot.tracker().agreements()) {
            book(agreement);
        }
    }

    void book(CpmAgreement agreement) throws X {
        if (!table.insert(Mappers.CAMPAIGNS.toRow(agreement))) {
            requireSame(agreement);
        }
    }

    private CampaignSnapshot registered(CampaignSnapshot campaign) throws X {
        return table.find(campaign.id()).orElseThrow();
    }

    private void requireSame(CpmAgreement agreement) throws X {
        CpmAgreement booked = table
                .find(agreement.campaignId())
                .orElseThrow(() -> new CampaignNotFoundException(agreement.campaignId()))
                .tracker()
                .agreements()
                .stream()
                .filter(candidate -> candidate.origin().equals(agreement.origin()))
                .findAny()
                .orElseThrow();
        if (!booked.sameAs(agreement)) {
            throw new AgreementConflictException(booked, agreement);
        }
    }
}
