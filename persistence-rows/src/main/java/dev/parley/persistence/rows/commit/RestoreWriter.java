package dev.parley.persistence.rows.commit;

import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.port.DuplicateMessageException;
import dev.parley.domain.port.NegotiationCopy;
import dev.parley.domain.port.NegotiationNotFoundException;
import dev.parley.domain.port.RestoreConflictException;
import dev.parley.persistence.rows.MessageRow;
import dev.parley.persistence.rows.StepRow;
import dev.parley.persistence.rows.commit.EncodedRestoration.EncodedCopy;
import dev.parley.persistence.rows.commit.EncodedRestoration.EncodedOwed;
import dev.parley.persistence.rows.stored.Copies;
import dev.parley.persistence.rows.stored.CopySource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Writes negotiations and messages as they stand in another store, inside one transaction. */
public final class RestoreWriter<X extends Exception> {
    private final Tables<X> tables;
    private final NegotiationWriter<X> negotiations;
    private final CopySource<X> standing;
    private final Map<NegotiationId, Long> positions = new HashMap<>();

    /**
     * Writes a restoration once.
     *
     * @param tables those of one transaction
     * @param standing what stands, in the same transaction
     */
    public RestoreWriter(Tables<X> tables, CopySource<X> standing) {
        this.tables = tables;
        this.negotiations = new NegotiationWriter<>(tables.negotiations(), tables.campaigns());
        this.standing = standing;
    }

    /**
     * Writes it. If this throws, the transaction must be rolled back.
     *
     * @return how many negotiations and messages were written, without those that are there and identical
     */
    public int write(EncodedRestoration restoration) throws X {
        int written = 0;
        for (EncodedCopy copy : restoration.negotiations()) {
            written += restore(copy) ? 1 : 0;
        }
        for (EncodedOwed owed : restoration.owed()) {
            written += restore(owed) ? 1 : 0;
        }
        return written;
    }

    private boolean restore(EncodedCopy encoded) throws X {
        NegotiationCopy copy = encoded.copy();
        NegotiationId id = copy.id();
        if (!negotiations.restore(encoded)) {
            NegotiationCopy there = new Copies<>(standing).find(id).orElseThrow();
            if (!there.isIdenticalTo(copy)) {
                throw RestoreConflictException.negotiation(
                        id, copy.stored().revision(), there.stored().revision());
            }
            return false;
        }
        for (MessageRow message : encoded.handled()) {
            if (!tables.inbox().insert(id, position(id), message)) {
                throw new DuplicateMessageException(new MessageId(message.messageId()));
            }
        }
        for (StepRow step : encoded.steps()) {
            tables.steps().insert(id, position(id), step);
        }
        return true;
    }

    private boolean restore(EncodedOwed encoded) throws X {
        OwedMessage owed = encoded.owed();
        NegotiationId negotiation = owed.message().negotiationId();
        if (tables.outbox().insert(negotiation, position(negotiation), encoded.row())) {
            tables.outbox().insert(owed.id(), encoded.delivery());
            return true;
        }
        Optional<OwedMessage> there = standing.owed(owed.id());
        if (there.isEmpty() || !there.get().isIdenticalTo(owed)) {
            throw RestoreConflictException.message(owed.id());
        }
        return false;
    }

    private long position(NegotiationId id) throws X {
        Long known = positions.get(id);
        if (known != null) {
            return known;
        }
        long position = standing.positionOf(id).orElseThrow(() -> new NegotiationNotFoundException(id));
        positions.put(id, position);
        return position;
    }
}
