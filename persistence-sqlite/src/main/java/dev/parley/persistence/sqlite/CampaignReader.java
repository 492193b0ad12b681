package dev.parley.persistence.sqlite;

import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import dev.parley.persistence.rows.AgreementRow;
import dev.parley.persistence.rows.CampaignRow;
import dev.parley.persistence.rows.stored.Paging;
import dev.parley.persistence.rows.stored.StoredCampaign;
import dev.parley.persistence.sqlite.jdbc.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads campaigns with their agreements. */
final class CampaignReader {
    static final String SELECT = """
            SELECT position, campaign_id, client_name, budget, target_deliverables, influencers, min_cpm, max_cpm,
                platform, timeline, created_at, attributes, target_min_cpm, target_max_cpm, total_influencers, checksum
            FROM parley_campaigns\s""";

    private static final String PAGE = SELECT + "WHERE position > ? ORDER BY position LIMIT ?";

    private static final String AGREEMENTS = """
            SELECT campaign_id, negotiation_id, imported_position, cpm, engagement_rate, impressions, checksum
            FROM parley_agreements WHERE campaign_id = ? ORDER BY position""";

    private CampaignReader() {}

    static Optional<CampaignSnapshot> find(Session session, CampaignId id) throws SQLException {
        Optional<StoredCampaign> row =
                session.first(SELECT + "WHERE campaign_id = ?", CampaignReader::campaign, id.value());
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

    static StoredCampaign campaign(ResultSet row) throws SQLException {
        return new StoredCampaign(
                row.getLong(1),
                new CampaignRow(
                        Columns.text(row, 2),
                        Columns.text(row, 3),
                        Columns.text(row, 4),
                        Columns.text(row, 5),
                        Columns.text(row, 6),
                        Columns.text(row, 7),
                        Columns.text(row, 8),
                        Columns.text(row, 9),
                        Columns.text(row, 10),
                        Columns.text(row, 11),
                        Columns.text(row, 12),
                        Columns.text(row, 13),
                        Columns.text(row, 14),
                        row.getInt(15)),
                row.getLong(16));
    }

    static StoredCampaign.Agreement agreement(ResultSet row) throws SQLException {
        return new StoredCampaign.Agreement(
                new AgreementRow(
                        Columns.text(row, 1),
                        row.getString(2),
                        number(row, 3) == null ? null : row.getInt(3),
                        Columns.text(row, 4),
                        row.getString(5),
                        number(row, 6)),
                row.getLong(7));
    }

    private static @Nullable Long number(ResultSet row, int column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }
}
