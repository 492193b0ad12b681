package dev.parley.persistence.postgresql;

import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.persistence.postgresql.jdbc.Session;
import dev.parley.persistence.rows.AgreementRow;
import dev.parley.persistence.rows.CampaignRow;
import dev.parley.persistence.rows.commit.CampaignTable;
import java.sql.SQLException;
import java.util.Optional;

/** Writes campaigns and agreements. */
record PostgresCampaigns(Session session) implements CampaignTable<SQLException> {
    private static final String REGISTERED =
            "SELECT count(*) FROM parley_campaigns WHERE parley_name(campaign_id) = parley_name(?)";

    private static final String BOOKED =
            "SELECT count(*) FROM parley_agreements WHERE parley_name(campaign_id) = parley_name(?) AND parley_name(negotiation_id) = parley_name(?)";

    private static final String INSERT_CAMPAIGN = """
            INSERT INTO parley_campaigns (campaign_id, client_name, budget, target_deliverables, influencers, min_cpm,
                max_cpm, platform, timeline, created_at, attributes, target_min_cpm, target_max_cpm, total_influencers,
                checksum)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""";

    private static final String INSERT_AGREEMENT = """
            INSERT INTO parley_agreements (negotiation_id, imported_position, cpm, engagement_rate, impressions,
                checksum, campaign_id)
            SELECT ?, ?::integer, ?, ?, ?::bigint, ?, campaign_id FROM parley_campaigns
            WHERE parley_name(campaign_id) = parley_name(?) ON CONFLICT DO NOTHING""";

    @Override
    public Optional<CampaignSnapshot> find(CampaignId id) throws SQLException {
        return CampaignReader.find(session, id);
    }

    @Override
    public boolean isRegistered(CampaignId id) throws SQLException {
        return session.number(REGISTERED, id.value()) > 0;
    }

    @Override
    public boolean isBooked(String campaignId, NegotiationId id) throws SQLException {
        return session.number(BOOKED, campaignId, id.value()) > 0;
    }

    @Override
    public boolean insert(CampaignRow row) throws SQLException {
        return session.update(INSERT_CAMPAIGN, row.cells().values()) == 1;
    }

    @Override
    public boolean insert(AgreementRow row) throws SQLException {
        return session.update(INSERT_AGREEMENT, row.cells().values()) == 1;
    }
}
