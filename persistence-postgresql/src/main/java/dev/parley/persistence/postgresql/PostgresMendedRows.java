package dev.parley.persistence.postgresql;

import dev.parley.persistence.postgresql.jdbc.Session;
import dev.parley.persistence.rows.DeliveryRow;
import dev.parley.persistence.rows.HistoryBlockRow;
import dev.parley.persistence.rows.quarantine.MendedRows;
import dev.parley.persistence.rows.stored.MendedNegotiation;
import dev.parley.persistence.rows.stored.StoredCampaign;
import dev.parley.persistence.rows.stored.StoredHistory;
import dev.parley.persistence.rows.stored.StoredInbound;
import dev.parley.persistence.rows.stored.StoredNegotiation;
import dev.parley.persistence.rows.stored.StoredOwed;
import dev.parley.persistence.rows.stored.StoredStep;
import java.sql.SQLException;
import java.util.List;

/** Reads the rows that a human has mended, and writes what their content determines. */
record PostgresMendedRows(Session session) implements MendedRows<SQLException> {
    private static final String NEGOTIATION =
            "SELECT " + NegotiationColumns.ALL + " FROM parley_negotiations WHERE position = ?";

    private static final String DERIVE_NEGOTIATION = """
            UPDATE parley_negotiations SET active = ?, agreement_missing = ?, expires_at = ?, history_length = ?,
                latest_history = ?
            WHERE position = ?""";

    private static final String SEAL_NEGOTIATION =
            "UPDATE parley_negotiations SET checksum = ?, context_checksum = ? WHERE position = ?";

    private static final String DELETE_BLOCKS =
            "DELETE FROM parley_history_blocks WHERE negotiation = ? AND block NOT BETWEEN 0 AND ? - 1";

    private static final String PUT_BLOCK = """
            INSERT INTO parley_history_blocks (negotiation, block, entries, checksum) VALUES (?, ?, ?, ?)
            ON CONFLICT (negotiation, block) DO UPDATE SET entries = excluded.entries, checksum = excluded.checksum""";

    private static final String AGREEMENTS = """
            SELECT campaign_id, negotiation_id, imported_position, cpm, engagement_rate, impressions, position
            FROM parley_agreements WHERE parley_name(campaign_id) = parley_name(?)""";

    private static final String DERIVE_DELIVERY = """
            UPDATE parley_deliveries SET open = ?, due_at = ?, checksum = ?,
                negotiation = (SELECT negotiation FROM parley_outbound_messages WHERE position = message)
            WHERE message = ?""";

    @Override
    public StoredNegotiation negotiation(long position) throws SQLException {
        return session.first(NEGOTIATION, NegotiationColumns::read, position).orElseThrow();
    }

    @Override
    public StoredHistory history(StoredNegotiation negotiation) throws SQLException {
        return NegotiationColumns.mended(session, negotiation);
    }

    @Override
    public StoredCampaign campaign(long position) throws SQLException {
        return session.first(CampaignReader.SELECT + "WHERE position = ?", CampaignReader::campaign, position)
                .orElseThrow();
    }

    @Override
    public List<PlacedAgreement> agreements(String campaignId) throws SQLException {
        return session.query(
                AGREEMENTS,
                row -> new PlacedAgreement(
                        row.number(7), CampaignReader.agreement(row).row()),
                campaignId);
    }

    @Override
    public StoredInbound inbound(long position) throws SQLException {
        return session.first(InboxReader.SELECT + "WHERE m.position = ?", InboxReader::read, position)
                .orElseThrow();
    }

    @Override
    public StoredOwed owed(long position) throws SQLException {
        return session.first(OutboxReader.FROM_MESSAGES + "WHERE m.position = ?", OutboxColumns::owed, position)
                .orElseThrow();
    }

    @Override
    public StoredStep step(long position) throws SQLException {
        return session.first(PostgresSteps.SELECT + "WHERE s.position = ?", PostgresSteps::read, position)
                .orElseThrow();
    }

    @Override
    public void seal(String table, long position, long checksum) throws SQLException {
        session.update("UPDATE " + table + " SET checksum = ? WHERE position = ?", checksum, position);
    }

    @Override
    public void derive(long position, MendedNegotiation mended, boolean agreementMissing) throws SQLException {
        session.update(
                DERIVE_NEGOTIATION,
                mended.row().active(),
                agreementMissing,
                mended.row().expiresAt(),
                mended.row().historyLength(),
                mended.row().latestHistory(),
                position);
    }

    @Override
    public void seal(long position, long checksum, long contextChecksum) throws SQLException {
        session.update(SEAL_NEGOTIATION, checksum, contextChecksum, position);
    }

    @Override
    public void trim(long negotiation, int blocks) throws SQLException {
        session.update(DELETE_BLOCKS, negotiation, blocks);
    }

    @Override
    public void put(long negotiation, HistoryBlockRow block, long checksum) throws SQLException {
        session.update(PUT_BLOCK, negotiation, block.block(), block.entries(), checksum);
    }

    @Override
    public void seal(long message, DeliveryRow row, long checksum) throws SQLException {
        session.update(DERIVE_DELIVERY, row.open(), row.dueAt(), checksum, message);
    }
}
