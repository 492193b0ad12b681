package dev.parley.application.delivery;

import dev.parley.domain.message.OwedMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What is to be recorded of a sender's result or a policy's verdict. All is decided here and now, so that recording it
 * twice records the same.
 */
final class Results {
    private static final String NOT_GONE_OUT =
            "no result of sending was recorded, and the policy says that it did not go out";

    private final Deliveries deliveries;
    private final InstantSource clock;
    private final Backoff backoff;
    private final int maxAttempts;

    Results(Deliveries deliveries, InstantSource clock, RandomGenerator random, DispatchOptions options) {
        this.deliveries = deliveries;
        this.clock = clock;
        this.backoff = new Backoff(options.firstRetry(), options.longestRetry(), random);
        this.maxAttempts = options.maxAttempts();
    }

    Supplier<Recorded> of(OwedMessage claimed, SendResult result) {
        if (result instanceof SendResult.Sent sent) {
            return () -> deliveries.sent(claimed, sent.receipt());
        }
        if (result instanceof SendResult.NotSent not) {
            Duration wait = backoff.afterAttempts(claimed.delivery().attempts());
            return not.permanent()
                    ? () -> deliveries.failed(claimed, not.problem())
                    : again(claimed, clock.instant().plus(wait), not.problem());
        }
        return unknown(claimed, ((SendResult.Unknown) result).problem());
    }

    Supplier<Recorded> of(OwedMessage claimed, Verdict verdict) {
        if (verdict instanceof Verdict.WasSent sent) {
            return () -> deliveries.sent(claimed, sent.receipt());
        }
        if (verdict instanceof Verdict.WasNotSent) {
            return again(claimed, clock.instant(), NOT_GONE_OUT);
        }
        if (verdict instanceof Verdict.LeaveToHuman) {
            return () -> deliveries.unconfirmed(claimed, null, null);
        }
        return unknown(claimed, null);
    }

    /** Of what was thrown the name alone is kept: its message may quote the email. */
    Supplier<Recorded> ofBroken(OwedMessage claimed, Throwable broken) {
        return unknown(claimed, broken.getClass().getName());
    }

    private Supplier<Recorded> again(OwedMessage claimed, Instant dueAt, String problem) {
        return claimed.delivery().attempts() < maxAttempts
                ? () -> deliveries.deferred(claimed, dueAt, problem)
                : () -> deliveries.failed(claimed, problem);
    }

    private Supplier<Recorded> unknown(OwedMessage claimed, @Nullable String problem) {
        Instant now = clock.instant();
        Instant askAt = now.plus(
                backoff.afterWaiting(Duration.between(claimed.delivery().since(), now)));
        return () -> deliveries.unconfirmed(claimed, askAt, problem);
    }
}
