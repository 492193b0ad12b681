package dev.parley.persistence.rows.commit;

import dev.parley.domain.identity.MessageId;
import dev.parley.domain.message.Delivery;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.port.DeliveryChange;
import dev.parley.domain.port.DuplicateMessageException;
import dev.parley.domain.port.MessageNotFoundException;
import dev.parley.domain.port.StaleDeliveryException;
import dev.parley.persistence.rows.commit.EncodedCommit.Moved;
import dev.parley.persistence.rows.commit.EncodedCommit.Owed;
import dev.parley.persistence.rows.mapping.Mappers;
import dev.parley.persistence.rows.stored.StoredDelivery;
import dev.parley.persistence.rows.stored.StoredOwed;
import java.time.Instant;
import java.util.Optional;

/** Writes what is owed, each message once, and how far it has come. */
public final class OutboxWriter<X extends Exception> {
    private final OutboxTable<X> table;

    /** Writes to the table of one transaction. */
    public OutboxWriter(OutboxTable<X> table) {
        this.table = table;
    }

    /**
     * Writes down a message that is owed from now on.
     *
     * @param negotiation the position of the negotiation that owes it
     */
    void owe(Owed owed, long negotiation) throws X {
        MessageId id = owed.message().id();
        if (!table.insert(owed.message().negotiationId(), negotiation, owed.row())) {
            throw new DuplicateMessageException(id);
        }
        table.insert(id, owed.delivery());
    }

    /** Lets a message come further, if it stands where the change was decided on. */
    void move(Moved moved) throws X {
        DeliveryChange change = moved.change();
        MessageId id = change.id();
        StoredDelivery stored = table.delivery(id).orElseThrow(() -> new MessageNotFoundException(id));
        stored.requireMessage(id);
        Delivery delivery = stored.delivery();
        if (!delivery.equals(change.decidedOn())) {
            throw new StaleDeliveryException(id, delivery);
        }
        table.update(id, stored.position(), moved.row());
    }

    /**
     * Takes the message that has been due the longest.
     *
     * @param until when it is due again, unless it has come further by then
     */
    public Optional<OwedMessage> claim(Instant now, Instant until) throws X {
        Optional<StoredOwed> due = table.firstDue(now);
        if (due.isEmpty()) {
            return Optional.empty();
        }
        OwedMessage claimed = due.get().owed().claimed(now, until);
        table.update(claimed.id(), due.get().position(), Mappers.DELIVERIES.toRow(claimed.delivery()));
        return Optional.of(claimed);
    }
}
