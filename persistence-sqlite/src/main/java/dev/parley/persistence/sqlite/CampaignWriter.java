package dev.parley.persistence.sqlite;

import dev.parley.domain.campaign.AgreementConflictException;
import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.campaign.CpmAgreement;
import dev.parley.domain.port.CampaignConflictException;
import dev.parley.domain.port.CampaignNotFoundException;
import dev.parley.persistence.sqlite.EncodedCommit.EncodedCampaign;
import dev.parley.persistence.sqlite.jdbc.Session;
import dev.parley.persistence.sqlite.row.AgreementRow;
import dev.parley.persistence.sqlite.row.CampaignRow;
import java.sql.SQLException;

/** Registers campaigns and books agreements, each once. */
final class CampaignWriter {
    private static final String INSERT_CAMPAIGN = """
            INSERT INTO parley_campaigns (campaign_id, client_name, budget, target_deliverables, influencers, min_cpm,
                max_cpm, platform, timeline, created_at, attributes, target_min_cpm, target_max_cpm, total_influencers,
                checksum)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""";

    private static final String INSERT_AGREEMENT = """
            INSERT INTO parley_agreements (campaign_id, negotiation_id, imported_position, cpm, engagement_rate,
                impressions, checksum)
            VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""";

    private final Session session;

    CampaignWriter(Session session) {
        this.session = session;
    }

    void register(EncodedCampaign campaign) throws SQLException {
        CampaignRow row = campaign.row();
        int inserted = session.update(
                INSERT_CAMPAIGN,
                row.campaignId(),
                row.clientName(),
                row.budget(),
                row.targetDeliverables(),
                row.influencers(),
                row.minCpm(),
                row.maxCpm(),
                row.platform(),
                row.timeline(),
                row.createdAt(),
                row.attributes(),
                row.targetMinCpm(),
                row.targetMaxCpm(),
                row.totalInfluencers(),
                row.checksum());
        if (inserted == 0 && !registered(campaign.snapshot()).sameRegistrationAs(campaign.snapshot())) {
            throw new CampaignConflictException(campaign.snapshot().id());
        }
        for (CpmAgreement agreement : campaign.snapshot().tracker().agreements()) {
            book(agreement);
        }
    }

    void book(CpmAgreement agreement) throws SQLException {
        AgreementRow row = Mappers.CAMPAIGNS.toRow(agreement);
        int inserted = session.update(
                INSERT_AGREEMENT,
                row.campaignId(),
                row.negotiationId(),
                row.importedPosition(),
                row.cpm(),
                row.engagementRate(),
                row.impressions(),
                row.checksum());
        if (inserted == 0) {
            requireSame(agreement);
        }
    }

    private CampaignSnapshot registered(CampaignSnapshot campaign) throws SQLException {
        return CampaignReader.find(session, campaign.id()).orElseThrow();
    }

    private void requireSame(CpmAgreement agreement) throws SQLException {
        CpmAgreement booked = CampaignReader.find(session, agreement.campaignId())
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
