package dev.parley.testkit.lie;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.Backlog;
import dev.parley.domain.port.DeliveryFilter;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.Stored;
import dev.parley.domain.port.UnreadableRow;
import dev.parley.testkit.picture.Picture;
import java.time.Instant;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Stores that do not find what waits, or find what does not. */
final class BrokenRecovery {
    private BrokenRecovery() {}

    /** Recovers by a list of states, and has forgotten one. */
    static final class SkipsThePaused extends ForwardingStore {
        @Override
        public Page<Stored<NegotiationSnapshot>> negotiations(NegotiationFilter filter, PageRequest page) {
            return active(super.negotiations(filter, page), filter, row -> row.state() != NegotiationState.PAUSED);
        }
    }

    /** Looks for what is in flight among the first thousand rows. */
    static final class LooksAtAThousand extends ForwardingStore {
        @Override
        public Page<Stored<NegotiationSnapshot>> negotiations(NegotiationFilter filter, PageRequest page) {
            Set<NegotiationId> first =
                    super.negotiations(NegotiationFilter.all(), PageRequest.first(1_000)).rows().stream()
                            .map(row -> row.value().id())
                            .collect(Collectors.toSet());
            return active(super.negotiations(filter, page), filter, row -> first.contains(row.id()));
        }
    }

    /** Puts into quarantine whatever it is told to. */
    static final class QuarantinesTheReadable extends ForwardingStore {
        private int quarantined;

        @Override
        public void quarantine(UnreadableRow row, Instant now) {
            quarantined++;
        }

        @Override
        public Backlog backlog(Instant now) {
            Backlog it = sound.backlog(now);
            return new Backlog(
                    it.overdue(), it.owed(), it.unconfirmed(), it.failed(), quarantined, it.agreedWithoutAgreement());
        }
    }

    /** Says how many messages there ever were. */
    static final class CountsWhatIsSettled extends ForwardingStore {
        @Override
        public Backlog backlog(Instant now) {
            Backlog it = sound.backlog(now);
            long all = Picture.pages(100, page -> sound.owed(DeliveryFilter.all(), page))
                    .size();
            return new Backlog(
                    it.overdue(),
                    all - it.unconfirmed() - it.failed(),
                    it.unconfirmed(),
                    it.failed(),
                    it.quarantined(),
                    it.agreedWithoutAgreement());
        }
    }

    /** Counts what was abandoned as owed until somebody takes it. */
    static final class CountsTheAbandonedAsOwed extends ForwardingStore {
        @Override
        public Backlog backlog(Instant now) {
            Backlog it = sound.backlog(now);
            Backlog longAgo = sound.backlog(Instant.parse("0001-01-01T00:00:00Z"));
            return new Backlog(
                    it.overdue(),
                    longAgo.owed(),
                    longAgo.unconfirmed(),
                    it.failed(),
                    it.quarantined(),
                    it.agreedWithoutAgreement());
        }
    }

    /** Takes for itself what it counts as abandoned. */
    static final class TakesWhatItCounts extends ForwardingStore {
        @Override
        public Backlog backlog(Instant now) {
            Backlog counted = sound.backlog(now);
            sound.claim(now, now);
            return counted;
        }
    }

    /** A page of what is in flight without some of it; any other page is left alone. */
    private static Page<Stored<NegotiationSnapshot>> active(
            Page<Stored<NegotiationSnapshot>> page, NegotiationFilter filter, Predicate<NegotiationSnapshot> seen) {
        return filter.equals(NegotiationFilter.active())
                ? new Page<>(
                        page.rows().stream()
                                .filter(row -> seen.test(row.value()))
                                .toList(),
                        page.unreadable(),
                        page.next())
                : page;
    }
}
