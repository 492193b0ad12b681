package dev.parley.persistence.sqlite;

import dev.parley.domain.negotiation.HistoryEntry;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.UnreadableException;
import dev.parley.persistence.sqlite.CampaignReader.StoredAgreement;
import dev.parley.persistence.sqlite.CampaignReader.StoredCampaign;
import dev.parley.persistence.sqlite.InboxReader.StoredInbound;
import dev.parley.persistence.sqlite.NegotiationReader.StoredTransition;
import dev.parley.persistence.sqlite.jdbc.Session;
import dev.parley.persistence.sqlite.row.DeliveryRow;
import dev.parley.persistence.sqlite.row.NegotiationRow;
import java.sql.SQLException;
import java.util.List;

/**
 * Makes anew what the content of a mended row determines: its checksum, and the columns that are there to find it by.
 * Each method throws {@link UnreadableException} if the content means nothing.
 */
final class Resealing {
    private static final String BOOKED =
            "SELECT count(*) FROM parley_agreements WHERE campaign_id = ? AND negotiation_id = ?";

    private static final String DERIVE_NEGOTIATION = """
            UPDATE parley_negotiations SET active = ?, agreement_missing = ?, expires_at = ?, history_length = ?
            WHERE position = ?""";

    private static final String AGREEMENTS = """
            SELECT campaign_id, negotiation_id, imported_position, cpm, engagement_rate, impressions, position
            FROM parley_agreements WHERE campaign_id = ?""";

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
        NegotiationRow content = storedNegotiation().row();
        List<StoredTransition> transitions = session.query(NegotiationReader.HISTORY, StoredTransition::read, position);
        NegotiationRow derived =
                Unreadable.read(Unreadable.NEGOTIATION, position, content.negotiationId(), true, () -> {
                    List<HistoryEntry> history = transitions.stream()
                            .map(transition -> Mappers.NEGOTIATIONS.toEntry(transition.row()))
                            .toList();
                    return Mappers.NEGOTIATIONS.toRow(Mappers.NEGOTIATIONS.toSnapshot(content, history));
                });
        boolean agreementMissing = content.state().equals(NegotiationState.AGREED.code())
                && session.number(BOOKED, content.campaignId(), content.negotiationId()) == 0;
        session.update(
                DERIVE_NEGOTIATION,
                derived.active(),
                agreementMissing,
                derived.expiresAt(),
                derived.historyLength(),
                position);
        StoredNegotiation sealed = storedNegotiation();
        seal("parley_negotiations", sealed.row().checksum(sealed.revision(), agreementMissing));
        for (StoredTransition transition : transitions) {
            session.update(
                    "UPDATE parley_transitions SET checksum = ? WHERE negotiation = ? AND sequence = ?",
                    transition.row().checksum(content.negotiationId()),
                    position,
                    transition.row().sequence());
        }
    }

    private StoredNegotiation storedNegotiation() throws SQLException {
        return session.first(
                        "SELECT " + StoredNegotiation.COLUMNS + " FROM parley_negotiations WHERE position = ?",
                        StoredNegotiation::read,
                        position)
                .orElseThrow();
    }

    private void campaign() throws SQLException {
        StoredCampaign campaign = session.first(
                        CampaignReader.SELECT + "WHERE position = ?", StoredCampaign::read, position)
                .orElseThrow();
        seal("parley_campaigns", campaign.row().checksum());
        List<SealedAgreement> agreements = session.query(
                AGREEMENTS,
                row -> new SealedAgreement(
                        row.getLong(7), StoredAgreement.read(row).row().checksum()),
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
        StoredInbound message = session.first(
                        InboxReader.SELECT + "WHERE m.position = ?", StoredInbound::read, position)
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
        DeliveryRow content = message.delivery().row();
        if (content == null) {
            return;
        }
        DeliveryRow derived = Unreadable.read(
                Unreadable.DELIVERY,
                position,
                id,
                true,
                () -> Mappers.DELIVERIES.toRow(Mappers.DELIVERIES.toDelivery(content)));
        session.update(DERIVE_DELIVERY, derived.open(), derived.dueAt(), derived.checksum(id), position);
    }

    private StoredOwed storedOwed() throws SQLException {
        return session.first(OutboxReader.FROM_MESSAGES + "WHERE m.position = ?", StoredOwed::read, position)
                .orElseThrow();
    }

    private void step() throws SQLException {
        StoredStep step = session.first(StepLog.SELECT + "WHERE s.position = ?", StoredStep::read, position)
                .orElseThrow();
        seal("parley_steps", step.row().checksum(step.negotiationId()));
    }

    private void seal(String table, long checksum) throws SQLException {
        session.update("UPDATE " + table + " SET checksum = ? WHERE position = ?", checksum, position);
    }
}
