package dev.parley.domain.port;

import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.OwedMessage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where owed messages are read and taken to be sent. They come to be, and come further, by {@link
 * NegotiationStore#commit}. Thread-safe.
 *
 * <p>Each method throws {@link StoreClosedException} after the store was closed, {@link StoreBusyException} if it
 * could not get at the data in time, and {@link StoreFailureException} if the data could not be got at all.
 */
public interface Outbox {
    /**
     * Takes the message that has been due the longest, for one dispatcher alone: of all threads and processes that claim
     * at the same time, one gets it. What comes of it is {@link OwedMessage#claimed}, and durable when this returns.
     *
     * <p>A pending message is passed over while an earlier one of its negotiation is not {@linkplain
     * dev.parley.domain.message.DeliveryState#isSettled settled}, so that no two overtake each other. A message that
     * cannot be read is passed over, too, and holds those behind it.
     *
     * @param now the time that says what is due
     * @param until when others may take it, if nothing was recorded by then; to be well after {@code now}, or they may at
     *     once
     * @return the message as it stands now, or empty if none is due
     */
    Optional<OwedMessage> claim(Instant now, Instant until);

    /**
     * An owed message as it stands.
     *
     * @throws UnreadableException if it is there and cannot be read
     */
    Optional<OwedMessage> findOwed(MessageId id);

    /**
     * The messages a negotiation owes or has sent, in the order they were committed; empty if it is not stored.
     *
     * @throws UnreadableException if one of them cannot be read
     */
    List<OwedMessage> owedBy(NegotiationId id);

    /** Owed messages in the order they were committed, a page at a time. */
    Page<OwedMessage> owed(DeliveryFilter filter, PageRequest page);
}
