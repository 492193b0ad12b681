package dev.parley.persistence.rows.quarantine;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.port.UnreadableException;
import dev.parley.persistence.rows.DeliveryRow;
import dev.parley.persistence.rows.HistoryBlockRow;
import dev.parley.persistence.rows.NegotiationRow;
import dev.parley.persistence.rows.commit.CampaignTable;
import dev.parley.persistence.rows.quarantine.MendedRows.PlacedAgreement;
import dev.parley.persistence.rows.stored.MendedNegotiation;
import dev.parley.persistence.rows.stored.StoredCampaign;
import dev.parley.persistence.rows.stored.StoredInbound;
import dev.parley.persistence.rows.stored.StoredNegotiation;
import dev.parley.persistence.rows.stored.StoredOwed;
import dev.parley.persistence.rows.stored.StoredStep;

/**
 * Makes anew what the content of a mended row determines: its checksum, those of the rows that are read with it, and
 * the columns that are there to find it by.
 */
public final class Resealing<X extends Exception> {
    private final MendedRows<X> rows;
    private final CampaignTable<X> campaigns;

    /** Seals rows of one transaction. */
    public Resealing(MendedRows<X> rows, CampaignTable<X> campaigns) {
        this.rows = rows;
        this.campaigns = campaigns;
    }

    /**
     * Seals the row at a position, which must be there.
     *
     * @throws UnreadableException if its content means nothing
     */
    void seal(QuarantinedKind kind, long position) throws X {
        switch (kind) {
            case NEGOTIATION -> negotiation(position);
            case CAMPAIGN -> campaign(position);
            case INBOUND_MESSAGE -> inbound(position);
            case OUTBOUND_MESSAGE -> outbound(position);
            case DELIVERY -> delivery(position);
            case STEP -> step(position);
        }
    }

    private void negotiation(long position) throws X {
        StoredNegotiation content = rows.negotiation(position);
        MendedNegotiation mended = MendedNegotiation.of(content, rows.history(content));
        String id = content.row().negotiationId();
        boolean agreementMissing =
                mended.hasAgreed() && !campaigns.isBooked(content.row().campaignId(), new NegotiationId(id));
        rows.derive(position, mended, agreementMissing);
        // What is sealed is what stands: the other columns are as the human has written them.
        NegotiationRow sealed = rows.negotiation(position).row();
        rows.seal(
                position,
                sealed.checksum(content.revision(), agreementMissing),
                sealed.contextChecksum(content.context()));
        rows.trim(position, mended.blocks().size());
        for (HistoryBlockRow block : mended.blocks()) {
            rows.put(position, block, block.checksum(id));
        }
    }

    private void campaign(long position) throws X {
        StoredCampaign campaign = rows.campaign(position);
        rows.seal(QuarantinedKind.CAMPAIGN.table(), position, campaign.row().checksum());
        for (PlacedAgreement agreement : rows.agreements(campaign.row().campaignId())) {
            rows.seal(
                    Dependants.AGREEMENTS.table(),
                    agreement.position(),
                    agreement.row().checksum());
        }
    }

    private void inbound(long position) throws X {
        StoredInbound message = rows.inbound(position);
        rows.seal(
                QuarantinedKind.INBOUND_MESSAGE.table(), position, message.row().checksum(message.negotiationId()));
    }

    private void outbound(long position) throws X {
        StoredOwed message = rows.owed(position);
        rows.seal(
                QuarantinedKind.OUTBOUND_MESSAGE.table(),
                position,
                message.content().checksum(message.negotiationId()));
    }

    private void delivery(long position) throws X {
        StoredOwed message = rows.owed(position);
        if (message.delivery().row() == null) {
            return;
        }
        DeliveryRow derived = message.delivery().mended();
        rows.seal(position, derived, derived.checksum(message.content().messageId()));
    }

    private void step(long position) throws X {
        StoredStep step = rows.step(position);
        rows.seal(QuarantinedKind.STEP.table(), position, step.row().checksum(step.negotiationId()));
    }
}
