package dev.parley.persistence.postgresql;

import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import dev.parley.persistence.postgresql.jdbc.Row;
import dev.parley.persistence.postgresql.jdbc.Session;
import dev.parley.persistence.rows.AgreementRow;
import dev.parley.persistence.rows.CampaignRow;
import dev.parley.persistence.rows.stored.Paging;
import dev.parley.persistence.rows.stored.StoredCampaign;
import java.sql.SQLException;
import java.util.Optional;

/** Reads campaigns with their agreements. */
final class CampaignReader {
    static final String SELECT = """
            SELECT position, campaign_id, client_name, budget, target_deliverables, influencers, min_cpm, max_cpm,
                platform, timeline, created_at, attributes, target_min_cpm, target_max_cpm, total_influencers, checksum
            FROM parley_campaigns\s""";

    private static final String PAGE = SELECT + "WHERE position > ? ORDER BY position LIMIT ?";

    private static final String AGREEMENTS = """
            SELECT campaign_id, negotiation_id, imported_position, cpm, engagement_rate, impressions, checksum
            FROM parley_agreements WHERE parley_name(campaign_id) = parley_name(?) ORDER BY position""";

    private CampaignReader() {}

    static Optional<CampaignSnapshot> find(Session session, CampaignId id) throws SQLException {
        Optional<StoredCampaign> row = session.first(
                SELECT + "WHERE parley_name(campaign_id) = parley_name(?)", CampaignReader::campaign, id.value());
        return row.isEmpty() ? Optional.empty() : Optional.of(snapshot(session, row.get()));
    }

    static Page<CampaignSnapshot> page(Session session, PageRequest request) throws SQLException {
        return Paging.page(
                request,
                (budget, after, fetch) -> session.queryUntil(PAGE, CampaignReader::campaign, budget, after, fetch),
                row -> snapshot(session, row));
    }

    private static CampaignSnapshot snapshot(Session session, StoredCampaign stored) throws SQLException {
        return stored.snapshot(session.query(
                AGREEMENTS, CampaignReader::agreement, stored.row().campaignId()));
    }

    static StoredCampaign campaign(Row row) throws SQLException {
        return new StoredCampaign(
                row.number(1),
                new CampaignRow(
                        row.text(2),
                        row.text(3),
                        row.text(4),
                        row.text(5),
                        row.text(6),
                        row.text(7),
                        row.text(8),
                        row.text(9),
                        row.text(10),
                        row.text(11),
                        row.text(12),
                        row.text(13),
                        row.text(14),
                        row.integer(15)),
                row.number(16));
    }

    static StoredCampaign.Agreement agreement(Row row) throws SQLException {
        return new StoredCampaign.Agreement(
                new AgreementRow(
                        row.text(1),
                        row.textOrNull(2),
                        row.numberOrNull(3) == null ? null : row.integer(3),
                        row.text(4),
                        row.textOrNull(5),
                        row.numberOrNull(6)),
                row.number(7));
    }
}
