package dev.parley.domain.message;

import dev.parley.domain.value.InvalidValueException;
import dev.parley.domain.value.Text;
import dev.parley.domain.value.Timestamps;
import dev.parley.domain.value.ValueTooLargeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the delivery of an owed message stands.
 *
 * @param state how far it has come
 * @param attempts how often sending has begun
 * @param since when it came to this state, to the microsecond
 * @param dueAt when a dispatcher shall turn to it, to the microsecond. Pending: not before then. Sending: until then one
 *     sender has it alone. Unconfirmed: when to ask about it. Null where it waits for a human, or for nothing
 * @param receipt what the provider said; of a sent message alone
 * @param problem what went wrong last, without content, at most {@link #MAX_PROBLEM_LENGTH} long; null where nothing has
 */
public record Delivery(
        DeliveryState state,
        int attempts,
        Instant since,
        @Nullable Instant dueAt,
        @Nullable Receipt receipt,
        @Nullable String problem) {
    /** The most UTF-16 code units of a problem that are kept: 500. */
    public static final int MAX_PROBLEM_LENGTH = 500;

    /**
     * @throws InvalidValueException if the parts do not fit together or a time is out of range
     */
    public Delivery {
        if (attempts < 0) {
            throw new InvalidValueException("attempts", "must not be negative");
        }
        if ((receipt != null) != (state == DeliveryState.SENT)) {
            throw new InvalidValueException("receipt", "belongs to a sent message, and to no other");
        }
        boolean always = state == DeliveryState.PENDING || state == DeliveryState.SENDING;
        boolean never = !always && state != DeliveryState.UNCONFIRMED;
        if (dueAt == null ? always : never) {
            throw new InvalidValueException("due_at", "does not fit a message that is " + state);
        }
        if (problem != null && problem.length() > MAX_PROBLEM_LENGTH) {
            throw new ValueTooLargeException("problem", "must have at most " + MAX_PROBLEM_LENGTH + " characters");
        }
        since = Timestamps.micros("since", since);
        dueAt = dueAt == null ? null : Timestamps.micros("due_at", dueAt);
        problem = problem == null ? null : Text.wellFormed("problem", problem);
    }

    /** A message that was just owed, to be sent at once. */
    public static Delivery owed(Instant since) {
        return new Delivery(DeliveryState.PENDING, 0, since, since, null, null);
    }

    /** Whether a dispatcher has something to do at some time. */
    public boolean isDue(Instant now) {
        return dueAt != null && !dueAt.isAfter(now);
    }

    /** Everything but the problem. */
    @Override
    public String toString() {
        return "Delivery[" + state + " since " + since + " after " + attempts + " attempts]";
    }
}
