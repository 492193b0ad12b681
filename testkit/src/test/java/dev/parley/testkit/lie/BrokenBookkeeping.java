package dev.parley.testkit.lie;

import dev.parley.domain.message.Delivery;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.message.Receipt;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.CommitRefusedException;
import dev.parley.domain.port.DeliveryChange;
import dev.parley.domain.port.DuplicateStepException;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.StepConflictException;
import dev.parley.domain.port.Stored;
import dev.parley.testkit.desk.Dispatch;
import dev.parley.testkit.picture.Picture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Stores that lose count of deliveries, steps and deadlines. */
final class BrokenBookkeeping {
    private BrokenBookkeeping() {}

    /** The last one to say what became of a message is right. */
    static final class DeliversBlindly extends ForwardingStore {
        @Override
        public synchronized void commit(Commit commit) {
            sound.commit(commit.withDeliveries(commit.deliveries().stream()
                    .map(change -> sound.findOwed(change.id())
                            .map(there -> new DeliveryChange(change.id(), there.delivery(), change.delivery()))
                            .orElse(change))
                    .toList()));
        }
    }

    /** Goes by the state of a delivery alone. */
    static final class ComparesStatesAlone extends ForwardingStore {
        @Override
        public synchronized void commit(Commit commit) {
            sound.commit(commit.withDeliveries(commit.deliveries().stream()
                    .map(change -> sound.findOwed(change.id())
                            .map(OwedMessage::delivery)
                            .filter(there -> there.state() == change.decidedOn().state())
                            .map(there -> new DeliveryChange(change.id(), there, change.delivery()))
                            .orElse(change))
                    .toList()));
        }
    }

    /** Writes deliveries first, and the rest if it can. */
    static final class KeepsRefusedDeliveries extends ForwardingStore {
        @Override
        public void commit(Commit commit) {
            try {
                sound.commit(commit);
            } catch (CommitRefusedException refused) {
                for (DeliveryChange change : commit.deliveries()) {
                    try {
                        sound.commit(Commit.of(change));
                    } catch (CommitRefusedException thisOne) {
                        // The others are kept.
                    }
                }
                throw refused;
            }
        }
    }

    /** Knows that a message was sent, not under which name. */
    static final class LosesReceipts extends ForwardingStore {
        @Override
        OwedMessage reading(OwedMessage stored) {
            Delivery it = stored.delivery();
            Receipt receipt = it.receipt() == null ? null : Receipt.plain();
            return new OwedMessage(
                    stored.message(),
                    new Delivery(it.state(), it.attempts(), it.since(), it.dueAt(), receipt, it.problem()));
        }
    }

    /** Takes an empty problem for none. */
    static final class EmptyProblemIsNull extends ForwardingStore {
        @Override
        OwedMessage reading(OwedMessage stored) {
            Delivery it = stored.delivery();
            String problem = "".equals(it.problem()) ? null : it.problem();
            return new OwedMessage(
                    stored.message(),
                    new Delivery(it.state(), it.attempts(), it.since(), it.dueAt(), it.receipt(), problem));
        }
    }

    /** Knows a step by its name alone. */
    static final class TakesConflictsForDuplicates extends ForwardingStore {
        @Override
        public void commit(Commit commit) {
            try {
                sound.commit(commit);
            } catch (StepConflictException conflict) {
                throw new DuplicateStepException(conflict.negotiationId(), conflict.recorded());
            }
        }
    }

    /** Looks at names last. */
    static final class LooksAtNamesLast extends ForwardingStore {
        @Override
        public synchronized void commit(Commit commit) {
            try {
                sound.commit(commit);
            } catch (DuplicateStepException | StepConflictException known) {
                sound.commit(commit.named(null));
                throw known;
            }
        }
    }

    /** Has no place for a deadline. */
    static final class LosesDeadlines extends ForwardingStore {
        @Override
        NegotiationSnapshot reading(NegotiationSnapshot it) {
            return new NegotiationSnapshot(
                    it.id(),
                    it.campaignId(),
                    it.threadId(),
                    it.state(),
                    it.roundCount(),
                    null,
                    it.context(),
                    it.history(),
                    it.createdAt(),
                    it.updatedAt());
        }
    }

    /** Goes by the deadline alone. */
    static final class ExpiresWhatIsPaused extends ForwardingStore {
        @Override
        public Page<Stored<NegotiationSnapshot>> negotiations(NegotiationFilter filter, PageRequest page) {
            if (!(filter instanceof NegotiationFilter.Overdue overdue)) {
                return super.negotiations(filter, page);
            }
            List<Stored<NegotiationSnapshot>> met = Picture.pages(100, all -> sound.negotiations(filter, all));
            List<Stored<NegotiationSnapshot>> paused =
                    Picture.pages(100, all -> sound.negotiations(NegotiationFilter.in(NegotiationState.PAUSED), all));
            List<Stored<NegotiationSnapshot>> late = paused.stream()
                    .filter(row -> isOver(row.value().replyDueAt(), overdue.now()))
                    .toList();
            return late.isEmpty() ? super.negotiations(filter, page) : both(met, late);
        }

        private static boolean isOver(Instant due, Instant now) {
            return due != null && !due.isAfter(now);
        }

        private static Page<Stored<NegotiationSnapshot>> both(
                List<Stored<NegotiationSnapshot>> met, List<Stored<NegotiationSnapshot>> late) {
            List<Stored<NegotiationSnapshot>> rows = new ArrayList<>(met);
            rows.addAll(late);
            return new Page<>(rows, List.of(), OptionalLong.empty());
        }
    }

    /** Forgets for all that have ended, however lately. */
    static final class ForgetsTooMuch extends ForwardingStore {
        @Override
        public int forgetHandled(Instant endedBefore, int limit) {
            return sound.forgetHandled(Dispatch.END_OF_TIME, limit);
        }
    }
}
