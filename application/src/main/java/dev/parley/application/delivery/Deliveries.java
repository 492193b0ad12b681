package dev.parley.application.delivery;

import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.message.IllegalDeliveryException;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.message.Receipt;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.DeliveryChange;
import dev.parley.domain.port.DeliveryFilter;
import dev.parley.domain.port.MessageNotFoundException;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.StaleDeliveryException;
import dev.parley.domain.value.InvalidValueException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The messages that are owed, and how far each has come. A human lists them, has one sent again or gives it up. A
 * sender that is not in this process claims one, sends it, and reports what came of it; {@link MessageDispatcher} does
 * the same for a sender that is.
 *
 * <p>Whatever a call returns is durable. A report may come late, and may come twice. Nothing is cached: every answer is
 * the store's. Thread-safe if the store is; the store's exceptions pass through.
 */
public final class Deliveries {
    /** The longest that a sender may have a message to itself: a day. */
    public static final Duration LONGEST_LEASE = Duration.ofDays(1);

    private final NegotiationStore store;
    private final InstantSource clock;

    /**
     * @param store where the messages are kept; the caller closes it
     * @param clock tells what is due, and the time that is recorded
     */
    public Deliveries(NegotiationStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Owed messages in the order they were committed, a page at a time. */
    public Page<OwedMessage> list(DeliveryFilter filter, PageRequest page) {
        return store.owed(filter, page);
    }

    /**
     * An owed message as it stands.
     *
     * @throws dev.parley.domain.port.UnreadableException if it is there and cannot be read
     */
    public Optional<OwedMessage> find(MessageId id) {
        return store.findOwed(id);
    }

    /**
     * The messages a negotiation owes or has sent, in the order they were committed; empty if it is not stored.
     *
     * @throws dev.parley.domain.port.UnreadableException if one of them cannot be read
     */
    public List<OwedMessage> of(NegotiationId id) {
        return store.owedBy(id);
    }

    /**
     * Has a message sent, or sent again, at once; where all attempts were used up it has one more. An unconfirmed one may
     * go out twice by that.
     *
     * @return the message as it stands then
     * @throws MessageNotFoundException if no owed message has the id
     * @throws IllegalDeliveryException if it is sent or given up, or a sender has it
     */
    public OwedMessage retry(MessageId id) {
        return decided(id, message -> message.retried(clock.instant()));
    }

    /**
     * Decides that a message need not go out, so that those behind it may.
     *
     * @return the message as it stands then
     * @throws MessageNotFoundException if no owed message has the id
     * @throws IllegalDeliveryException if it is sent or given up, or a sender has it
     */
    public OwedMessage giveUp(MessageId id) {
        return decided(id, message -> message.givenUp(clock.instant()));
    }

    /**
     * Takes the message that has been due the longest, for this caller alone until the lease is over. A message that is
     * {@link dev.parley.domain.message.DeliveryState#SENDING} then is to be sent. One that is {@link
     * dev.parley.domain.message.DeliveryState#UNCONFIRMED} is to be asked about: it may have gone out already.
     *
     * @param lease more than the longest time that sending may take, at most {@link #LONGEST_LEASE}
     * @return empty if none is due
     * @throws InvalidValueException if the lease is not above zero, or too long
     */
    public Optional<OwedMessage> claim(Duration lease) {
        Instant now = clock.instant();
        return store.claim(now, now.plus(checkedLease(lease)));
    }

    /**
     * Records that a message went out, and puts its negotiation on the receipt's thread, if it has one, by the same
     * commit. That counts as a change of the negotiation: its revision grows by one.
     *
     * @param claimed the message as it was claimed
     */
    public Recorded sent(OwedMessage claimed, Receipt receipt) {
        Instant now = clock.instant();
        ThreadId thread = receipt.threadId();
        return new Recording(claimed, message -> message.sent(now, receipt))
                .through(thread == null ? this::commit : new SentMessage(store, thread, now));
    }

    /**
     * Records that a message certainly did not go out, and is to be tried again.
     *
     * @param claimed the message as it was claimed
     * @param dueAt not before then
     * @param problem what went wrong, without content; the first 500 characters are kept
     * @throws IllegalDeliveryException if it was not claimed
     */
    public Recorded deferred(OwedMessage claimed, Instant dueAt, String problem) {
        return record(claimed, message -> message.deferred(clock.instant(), dueAt, problem));
    }

    /**
     * Records that a message certainly did not go out, and is not to be tried again unless a human says so. Those
     * behind it in its negotiation wait for that.
     *
     * @param claimed the message as it was claimed
     * @param problem what went wrong, without content; the first 500 characters are kept
     * @throws IllegalDeliveryException if it was not claimed
     */
    public Recorded failed(OwedMessage claimed, String problem) {
        return record(claimed, message -> message.failed(clock.instant(), problem));
    }

    /**
     * Records that nobody knows whether a message went out.
     *
     * @param claimed the message as it was claimed
     * @param askAt when it is due to be asked about; null leaves it to a human
     * @param problem what went wrong, without content; the first 500 characters are kept. Null keeps what is known
     * @throws IllegalDeliveryException if it was not claimed
     */
    public Recorded unconfirmed(OwedMessage claimed, @Nullable Instant askAt, @Nullable String problem) {
        return record(claimed, message -> message.unconfirmed(clock.instant(), askAt, problem));
    }

    private Recorded record(OwedMessage claimed, UnaryOperator<OwedMessage> result) {
        return new Recording(claimed, result).through(this::commit);
    }

    private Recorded commit(OwedMessage before, OwedMessage after) {
        store.commit(Commit.of(DeliveryChange.of(before, after)));
        return new Recorded.AsReported(after);
    }

    private OwedMessage decided(MessageId id, UnaryOperator<OwedMessage> decision) {
        // Goes round only when somebody else has committed a change of this message meanwhile.
        while (true) {
            OwedMessage before = find(id).orElseThrow(() -> new MessageNotFoundException(id));
            OwedMessage after = decision.apply(before);
            try {
                commit(before, after);
                return after;
            } catch (StaleDeliveryException somebodyWasFaster) {
                // A human's decision holds for whatever the message is now, or is refused there.
            }
        }
    }

    static Duration checkedLease(Duration lease) {
        if (lease.isZero() || lease.isNegative() || lease.compareTo(LONGEST_LEASE) > 0) {
            throw new InvalidValueException("lease", "must lie above zero and be at most a day");
        }
        return lease;
    }
}
