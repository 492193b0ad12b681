package dev.parley.persistence.postgresql;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.port.UnreadableException;
import dev.parley.persistence.postgresql.jdbc.Session;
import dev.parley.persistence.rows.DeliveryRow;
import dev.parley.persistence.rows.HistoryBlockRow;
import dev.parley.persistence.rows.NegotiationRow;
import dev.parley.persistence.rows.quarantine.QuarantinedKind;
import dev.parley.persistence.rows.stored.MendedNegotiation;
import dev.parley.persistence.rows.stored.StoredCampaign;
import dev.parley.persistence.rows.stored.StoredInbound;
import dev.parley.persistence.rows.stored.StoredNegotiation;
import dev.parley.persistence.rows.stored.StoredOwed;
import dev.parley.persistence.rows.stored.StoredStep;
import java.sql.SQLException;
import java.util.List;

/**
 * Makes anew what the content of a mended row determines: its checksum, and the columns that are there to find it by.
 * Each method throws {@link UnreadableException} if the content means nothing.
 */
final class Resealing {
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

    private final Session session;
    private final long position;

    private Resealing(Session session, long position) {
        this.session = session;
        this.position = position;
    }

    /** Seals the row at a position, which must be there, and what is read with it. */
    static void of(Session session, QuarantinedKind kind, long position) throws SQLException {
        Resealing resealing = new Resealing(session, position);
        switch (kind) {
            case NEGOTIATION -> resealing.negotiation();
            case CAMPAIGN -> resealing.campaign();
            case INBOUND_MESSAGE -> resealing.inbound();
            case OUTBOUND_MESSAGE -> resealing.outbound();
            case DELIVERY -> resealing.delivery();
            case STEP -> resealing.step();
        }
    }

    private void negotiation() throws SQLException {
        StoredNegotiation content = storedNegotiation();
        MendedNegotiation mended = MendedNegotiation.of(content, NegotiationColumns.mended(session, content));
        String id = content.row().negotiationId();
        boolean agreementMissing = mended.hasAgreed()
                && !new PostgresCampaigns(session).isBooked(content.row().campaignId(), new NegotiationId(id));
        session.update(
                DERIVE_NEGOTIATION,
                mended.row().active(),
                agreementMissing,
                mended.row().expiresAt(),
                mended.row().historyLength(),
                mended.row().latestHistory(),
                position);
        NegotiationRow sealed = storedNegotiation().row();
        session.update(
                SEAL_NEGOTIATION,
                sealed.checksum(content.revision(), agreementMissing),
                sealed.contextChecksum(content.context()),
                position);
        historyBlocks(id, mended.blocks());
    }

    private void historyBlocks(String negotiationId, List<HistoryBlockRow> blocks) throws SQLException {
        session.update(DELETE_BLOCKS, position, blocks.size());
        for (HistoryBlockRow block : blocks) {
            session.update(PUT_BLOCK, position, block.block(), block.entries(), block.checksum(negotiationId));
        }
    }

    private StoredNegotiation storedNegotiation() throws SQLException {
        return session.first(
                        "SELECT " + NegotiationColumns.ALL + " FROM parley_negotiations WHERE position = ?",
                        NegotiationColumns::read,
                        position)
                .orElseThrow();
    }

    private void campaign() throws SQLException {
        StoredCampaign campaign = session.first(
                        CampaignReader.SELECT + "WHERE position = ?", CampaignReader::campaign, position)
                .orElseThrow();
        seal("parley_campaigns", campaign.row().checksum());
        List<SealedAgreement> agreements = session.query(
                AGREEMENTS,
                row -> new SealedAgreement(
                        row.number(7), CampaignReader.agreement(row).row().checksum()),
                campaign.row().campaignId());
        for (SealedAgreement agreement : agreements) {
            session.update(
                    "UPDATE parley_agreements SET checksum = ? WHERE position = ?",
                    agreement.checksum(),
                    agreement.position());
        }
    }

    private record SealedAgreement(long position, long checksum) {}

    private void inbound() throws SQLException {
        StoredInbound message = session.first(InboxReader.SELECT + "WHERE m.position = ?", InboxReader::read, position)
                .orElseThrow();
        seal("parley_inbound_messages", message.row().checksum(message.negotiationId()));
    }

    private void outbound() throws SQLException {
        StoredOwed message = storedOwed();
        seal("parley_outbound_messages", message.content().checksum(message.negotiationId()));
    }

    private void delivery() throws SQLException {
        StoredOwed message = storedOwed();
        String id = message.content().messageId();
        if (message.delivery().row() == null) {
            return;
        }
        DeliveryRow derived = message.delivery().mended();
        session.update(DERIVE_DELIVERY, derived.open(), derived.dueAt(), derived.checksum(id), position);
    }

    private StoredOwed storedOwed() throws SQLException {
        return session.first(OutboxReader.FROM_MESSAGES + "WHERE m.position = ?", OutboxColumns::owed, position)
                .orElseThrow();
    }

    private void step() throws SQLException {
        StoredStep step = session.first(PostgresSteps.SELECT + "WHERE s.position = ?", PostgresSteps::read, position)
                .orElseThrow();
        seal("parley_steps", step.row().checksum(step.negotiationId()));
    }

    private void seal(String table, long checksum) throws SQLException {
        session.update("UPDATE " + table + " SET checksum = ? WHERE position = ?", checksum, position);
    }
}
