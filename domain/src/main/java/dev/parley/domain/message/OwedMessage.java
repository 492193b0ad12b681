package dev.parley.domain.message;

import static dev.parley.domain.message.DeliveryState.FAILED;
import static dev.parley.domain.message.DeliveryState.GIVEN_UP;
import static dev.parley.domain.message.DeliveryState.PENDING;
import static dev.parley.domain.message.DeliveryState.SENDING;
import static dev.parley.domain.message.DeliveryState.SENT;
import static dev.parley.domain.message.DeliveryState.UNCONFIRMED;

import dev.parley.domain.identity.MessageId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A message that is owed, and how far it has come. Immutable; each change gives the next value.
 *
 * @param message what is owed; it never changes
 * @param delivery how far it has come
 */
public record OwedMessage(OutboundMessage message, Delivery delivery) {
    private static final String NO_RESULT = "sending had begun, and no result was recorded";

    /** A message that was just owed. */
    public static OwedMessage of(OutboundMessage message) {
        return new OwedMessage(message, Delivery.owed(message.owedSince()));
    }

    /** Which message. */
    public MessageId id() {
        return message.id();
    }

    /** Whether another is equal and has the keys of its content in the same order, too. */
    public boolean isIdenticalTo(OwedMessage other) {
        return equals(other) && message.content().isIdenticalTo(other.message.content());
    }

    /**
     * Taken by one dispatcher, for it alone until some time. A pending message is {@link DeliveryState#SENDING} then; one
     * whose sender was heard of no more is {@link DeliveryState#UNCONFIRMED}, and so it stays when it is taken again.
     *
     * @throws IllegalDeliveryException if it is not {@linkplain Delivery#isDue due}
     */
    public OwedMessage claimed(Instant now, Instant until) {
        if (!delivery.isDue(now)) {
            throw new IllegalDeliveryException(id(), delivery.state(), "claimed");
        }
        return switch (delivery.state()) {
            case PENDING -> next(SENDING, delivery.attempts() + 1, now, until, null, delivery.problem());
            case SENDING -> next(UNCONFIRMED, delivery.attempts(), now, until, null, NO_RESULT);
            default -> next(UNCONFIRMED, delivery.attempts(), delivery.since(), until, null, delivery.problem());
        };
    }

    /**
     * It went out.
     *
     * @throws IllegalDeliveryException if it is settled
     */
    public OwedMessage sent(Instant now, Receipt receipt) {
        require("marked sent", PENDING, SENDING, UNCONFIRMED, FAILED);
        return next(SENT, delivery.attempts(), now, null, receipt, delivery.problem());
    }

    /**
     * It certainly did not go out, and is to be tried again.
     *
     * @param dueAt not before then
     * @param problem what went wrong, without content
     * @throws IllegalDeliveryException if no sender had it
     */
    public OwedMessage deferred(Instant now, Instant dueAt, String problem) {
        require("put off", SENDING, UNCONFIRMED);
        return next(PENDING, delivery.attempts(), now, dueAt, null, problem);
    }

    /**
     * It certainly did not go out, and is not to be tried again unless a human says so.
     *
     * @param problem what went wrong, without content
     * @throws IllegalDeliveryException if no sender had it
     */
    public OwedMessage failed(Instant now, String problem) {
        require("marked failed", SENDING, UNCONFIRMED);
        return next(FAILED, delivery.attempts(), now, null, null, problem);
    }

    /**
     * It may have gone out or not.
     *
     * @param askAt when to ask about it; null leaves it to a human
     * @param problem what went wrong, without content; null keeps what is known
     * @throws IllegalDeliveryException if no sender had it
     */
    public OwedMessage unconfirmed(Instant now, @Nullable Instant askAt, @Nullable String problem) {
        require("marked unconfirmed", SENDING, UNCONFIRMED);
        Instant since = delivery.state() == UNCONFIRMED ? delivery.since() : now;
        return next(
                UNCONFIRMED, delivery.attempts(), since, askAt, null, problem == null ? delivery.problem() : problem);
    }

    /**
     * A human wants it sent, or sent again, at once. Attempts are counted on, so that a late word about an earlier one is
     * not taken for a word about a later one.
     *
     * @throws IllegalDeliveryException if it is settled or a sender has it
     */
    public OwedMessage retried(Instant now) {
        require("tried again", PENDING, UNCONFIRMED, FAILED);
        return next(PENDING, delivery.attempts(), now, now, null, delivery.problem());
    }

    /**
     * A human has decided that it need not go out.
     *
     * @throws IllegalDeliveryException if it is settled or a sender has it
     */
    public OwedMessage givenUp(Instant now) {
        require("given up", PENDING, UNCONFIRMED, FAILED);
        return next(GIVEN_UP, delivery.attempts(), now, null, null, delivery.problem());
    }

    private void require(String change, DeliveryState... states) {
        if (!Set.of(states).contains(delivery.state())) {
            throw new IllegalDeliveryException(id(), delivery.state(), change);
        }
    }

    private OwedMessage next(
            DeliveryState state,
            int attempts,
            Instant since,
            @Nullable Instant dueAt,
            @Nullable Receipt receipt,
            @Nullable String problem) {
        String kept = problem == null ? null : Problems.kept(problem);
        return new OwedMessage(message, new Delivery(state, attempts, since, dueAt, receipt, kept));
    }
}
