package dev.parley.persistence.rows.commit;

import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.persistence.rows.DeliveryRow;
import dev.parley.persistence.rows.MessageRow;
import dev.parley.persistence.rows.stored.StoredDelivery;
import dev.parley.persistence.rows.stored.StoredOwed;
import java.time.Instant;
import java.util.Optional;

/**
 * The messages that are owed, with their deliveries, within one transaction. What it tells of a delivery must hold
 * until that ends.
 *
 * @param <X> how the store says that it is in trouble
 */
public interface OutboxTable<X extends Exception> {
    /** The delivery of a message. */
    Optional<StoredDelivery> delivery(MessageId id) throws X;

    /**
     * The message that has been due the longest, is {@linkplain StoredOwed#isReadableAndDue readable}, and is neither
     * held by an earlier one of its negotiation nor claimed by a transaction that goes on.
     */
    Optional<StoredOwed> firstDue(Instant now) throws X;

    /**
     * Adds a message.
     *
     * @param negotiation the position of its negotiation
     * @return false, and nothing is added, if its id is taken
     */
    boolean insert(NegotiationId id, long negotiation, MessageRow row) throws X;

    /** Adds the delivery of a message that was added just now. */
    void insert(MessageId id, DeliveryRow row) throws X;

    /**
     * Writes a delivery in the place of what stands.
     *
     * @param position where its message stands
     */
    void update(MessageId id, long position, DeliveryRow row) throws X;
}
