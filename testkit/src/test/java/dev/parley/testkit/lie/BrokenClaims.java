package dev.parley.testkit.lie;

import dev.parley.domain.message.DeliveryState;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.DeliveryChange;
import dev.parley.domain.port.DeliveryFilter;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.StaleDeliveryException;
import dev.parley.testkit.desk.Dispatch;
import dev.parley.testkit.picture.Picture;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Stores that give owed messages to dispatchers otherwise than they should. */
final class BrokenClaims {
    private BrokenClaims() {}

    /** Looks for a message first and takes it afterwards, with time in between. */
    static final class GivesOneToTwo extends ForwardingStore {
        private final PassersBy claimers = new PassersBy();

        @Override
        public Optional<OwedMessage> claim(Instant now, Instant until) {
            Optional<OwedMessage> due;
            synchronized (this) {
                due = withoutATrace(sound, now, until);
            }
            claimers.pass();
            claimers.await(1);
            return due.map(before -> {
                OwedMessage claimed = before.claimed(now, until);
                write(sound, claimed);
                return claimed;
            });
        }
    }

    /** Remembers nothing of a claim. */
    static final class ForgetsClaims extends ForwardingStore {
        @Override
        public synchronized Optional<OwedMessage> claim(Instant now, Instant until) {
            return withoutATrace(sound, now, until).map(before -> before.claimed(now, until));
        }
    }

    /** Gives whatever is due. */
    static final class IgnoresOrder extends ForwardingStore {
        @Override
        public synchronized Optional<OwedMessage> claim(Instant now, Instant until) {
            Optional<OwedMessage> due = open(sound).stream()
                    .filter(message -> message.delivery().isDue(now))
                    .min(Comparator.comparing(message -> message.delivery().dueAt()));
            return due.map(before -> {
                OwedMessage claimed = before.claimed(now, until);
                write(sound, claimed);
                return claimed;
            });
        }
    }

    /** Goes by the order of commits, not by who has waited the longest. */
    static final class FirstInFirstOut extends ForwardingStore {
        @Override
        public synchronized Optional<OwedMessage> claim(Instant now, Instant until) {
            Optional<OwedMessage> due = open(sound).stream()
                    .filter(message -> message.delivery().isDue(now))
                    .findFirst();
            due.map(before -> before.claimed(now, until)).ifPresent(claimed -> write(sound, claimed));
            return due.flatMap(before -> sound.findOwed(before.id()));
        }
    }

    /** Compares times to the second, as if they were text without a fraction. */
    static final class ClaimsEarly extends ForwardingStore {
        @Override
        public Optional<OwedMessage> claim(Instant now, Instant until) {
            return sound.claim(now.plus(Dispatch.MICROSECOND), until);
        }
    }

    /** Sends what was abandoned once more, as if it had never been tried. */
    static final class SendsTheAbandonedAgain extends ForwardingStore {
        @Override
        public Optional<OwedMessage> claim(Instant now, Instant until) {
            return sound.claim(now, until).map(claimed -> {
                if (claimed.delivery().state() != DeliveryState.UNCONFIRMED) {
                    return claimed;
                }
                OwedMessage again = claimed.retried(now).claimed(now, until);
                write(sound, again);
                return again;
            });
        }
    }

    /** Looks for the next message among the few that have been due the longest, whether they may go or not. */
    static final class LooksAtAFew extends ForwardingStore {
        @Override
        public synchronized Optional<OwedMessage> claim(Instant now, Instant until) {
            List<OwedMessage> few = open(sound).stream()
                    .filter(message -> message.delivery().isDue(now))
                    .sorted(Comparator.comparing(message -> message.delivery().dueAt()))
                    .limit(100)
                    .toList();
            return withoutATrace(sound, now, until).filter(few::contains).map(before -> {
                OwedMessage claimed = before.claimed(now, until);
                write(sound, claimed);
                return claimed;
            });
        }
    }

    /** What a claim would take, as it stands. */
    static Optional<OwedMessage> withoutATrace(NegotiationStore sound, Instant now, Instant until) {
        List<OwedMessage> before = open(sound);
        return sound.claim(now, until).map(claimed -> {
            OwedMessage standing = before.stream()
                    .filter(message -> message.id().equals(claimed.id()))
                    .findFirst()
                    .orElseThrow();
            write(sound, standing);
            return standing;
        });
    }

    private static List<OwedMessage> open(NegotiationStore sound) {
        return Picture.pages(PageRequest.MAX_LIMIT, page -> sound.owed(DeliveryFilter.open(), page));
    }

    /** Whatever stands there. */
    static void write(NegotiationStore sound, OwedMessage message) {
        while (true) {
            OwedMessage standing = sound.findOwed(message.id()).orElseThrow();
            try {
                sound.commit(Commit.of(DeliveryChange.of(standing, message)));
                return;
            } catch (StaleDeliveryException raced) {
                // Then on what stands there now.
            }
        }
    }
}
