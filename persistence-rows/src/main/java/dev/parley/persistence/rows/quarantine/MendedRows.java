package dev.parley.persistence.rows.quarantine;

import dev.parley.persistence.rows.AgreementRow;
import dev.parley.persistence.rows.DeliveryRow;
import dev.parley.persistence.rows.HistoryBlockRow;
import dev.parley.persistence.rows.stored.MendedNegotiation;
import dev.parley.persistence.rows.stored.StoredCampaign;
import dev.parley.persistence.rows.stored.StoredHistory;
import dev.parley.persistence.rows.stored.StoredInbound;
import dev.parley.persistence.rows.stored.StoredNegotiation;
import dev.parley.persistence.rows.stored.StoredOwed;
import dev.parley.persistence.rows.stored.StoredStep;
import java.util.List;

/**
 * The rows that a human has mended, within one transaction: each is read at its position, where it must be, whatever
 * its checksum says, and is given what its content determines.
 *
 * @param <X> how the store says that it is in trouble
 */
public interface MendedRows<X extends Exception> {
    /** An agreement and where it stands. */
    record PlacedAgreement(long position, AgreementRow row) {}

    /** A negotiation. */
    StoredNegotiation negotiation(long position) throws X;

    /** All blocks of a history, whatever its negotiation says about how long it is. */
    StoredHistory history(StoredNegotiation negotiation) throws X;

    /** A campaign. */
    StoredCampaign campaign(long position) throws X;

    /** What is booked in a campaign. */
    List<PlacedAgreement> agreements(String campaignId) throws X;

    /** A message that was handled. */
    StoredInbound inbound(long position) throws X;

    /** A message that is or was owed. */
    StoredOwed owed(long position) throws X;

    /** A step that was committed under a name. */
    StoredStep step(long position) throws X;

    /** Writes a checksum where that is all there is to write. */
    void seal(String table, long position, long checksum) throws X;

    /** Writes the columns of a negotiation that the others determine, and the end of its history. */
    void derive(long position, MendedNegotiation mended, boolean agreementMissing) throws X;

    /** Writes the checksums of a negotiation and of its context. */
    void seal(long position, long checksum, long contextChecksum) throws X;

    /** Deletes the blocks of a history but for the first so many. */
    void trim(long negotiation, int blocks) throws X;

    /** Writes a full block of a history, in the place of what stands there. */
    void put(long negotiation, HistoryBlockRow block, long checksum) throws X;

    /** Writes the columns of a delivery that the others determine, those of its message included. */
    void seal(long message, DeliveryRow row, long checksum) throws X;
}
