package dev.parley.testkit.lie;

import dev.parley.domain.identity.IdempotencyKey;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.RecordedStep;
import dev.parley.domain.port.StaleRevisionException;
import dev.parley.domain.port.Stored;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/** Stores that keep in their own memory what belongs to the data: it dies with them, and no other instance sees it. */
final class BrokenClients {
    private BrokenClients() {}

    /** Returns first and writes later. */
    static final class AcknowledgesFirst extends Client {
        private final Queue<Commit> waiting = new ArrayDeque<>();

        AcknowledgesFirst(NegotiationStore data) {
            super(data);
        }

        @Override
        public synchronized void commit(Commit commit) {
            waiting.add(commit);
            if (waiting.size() > 1) {
                sound.commit(waiting.remove());
            }
        }

        @Override
        public synchronized Optional<Stored<NegotiationSnapshot>> find(NegotiationId id) {
            waiting.forEach(sound::commit);
            waiting.clear();
            return sound.find(id);
        }
    }

    /** Writes the negotiations of a commit at once, and the rest when it is called again. */
    static final class WritesTheRestLater extends Client {
        private final Queue<Commit> rest = new ArrayDeque<>();

        WritesTheRestLater(NegotiationStore data) {
            super(data);
        }

        @Override
        public synchronized void commit(Commit commit) {
            rest.forEach(sound::commit);
            rest.clear();
            sound.commit(commit.withDeliveries(List.of()));
            rest.add(Commit.of(List.of(), List.of()).withDeliveries(commit.deliveries()));
        }
    }

    /** Knows which messages it has claimed, and tells nobody. */
    static final class ClaimsForItself extends Client {
        private final Set<MessageId> mine = new HashSet<>();

        ClaimsForItself(NegotiationStore data) {
            super(data);
        }

        @Override
        public Optional<OwedMessage> claim(Instant now, Instant until) {
            synchronized (sound) {
                return BrokenClaims.withoutATrace(sound, now, until)
                        .filter(message -> mine.add(message.id()))
                        .map(message -> message.claimed(now, until));
            }
        }
    }

    /** Knows which steps it has taken, and forgets them with its death. */
    static final class RemembersNamesItself extends Client {
        private final Map<NegotiationId, Map<IdempotencyKey, RecordedStep>> steps = new HashMap<>();

        RemembersNamesItself(NegotiationStore data) {
            super(data);
        }

        @Override
        public synchronized void commit(Commit commit) {
            if (commit.step() == null) {
                sound.commit(commit);
                return;
            }
            NegotiationChange change = commit.changes().get(0);
            RecordedStep known = steps.computeIfAbsent(change.id(), id -> new HashMap<>())
                    .get(commit.step().key());
            if (known != null) {
                throw known.refusal(change.id(), commit.step());
            }
            sound.commit(commit.named(null));
            NegotiationSnapshot after = change.snapshot();
            steps.get(change.id())
                    .put(
                            commit.step().key(),
                            new RecordedStep(commit.step(), change.newRevision(), after.state(), after.updatedAt()));
        }

        @Override
        public synchronized Optional<RecordedStep> findStep(NegotiationId id, IdempotencyKey key) {
            return Optional.ofNullable(steps.getOrDefault(id, Map.of()).get(key));
        }
    }

    /** Gives back what it has read before. */
    static final class ReadsItsCache extends Client {
        private final Map<NegotiationId, Optional<Stored<NegotiationSnapshot>>> read = new HashMap<>();

        ReadsItsCache(NegotiationStore data) {
            super(data);
        }

        @Override
        public synchronized void commit(Commit commit) {
            sound.commit(commit);
            commit.changes().forEach(change -> read.remove(change.id()));
        }

        @Override
        public synchronized Optional<Stored<NegotiationSnapshot>> find(NegotiationId id) {
            return read.computeIfAbsent(id, sound::find);
        }
    }

    /** Checks revisions by what it has seen itself, under a lock that only its own threads know. */
    static final class LocksItself extends Client {
        private final Map<NegotiationId, Long> revisions = new HashMap<>();

        LocksItself(NegotiationStore data) {
            super(data);
        }

        @Override
        public synchronized void commit(Commit commit) {
            for (NegotiationChange change : commit.changes()) {
                long seen = revisions.getOrDefault(change.id(), change.decidedOn());
                if (seen != change.decidedOn()) {
                    throw new StaleRevisionException(change.id(), change.decidedOn(), seen);
                }
            }
            new BrokenWrites.NoRevisionCheck(sound).commit(commit);
            commit.changes().forEach(change -> revisions.put(change.id(), change.newRevision()));
        }
    }

    /** Deletes for itself, and for the others when it is called again. */
    static final class DeletesLater extends Client {
        private final Map<NegotiationId, Long> deleted = new HashMap<>();

        DeletesLater(NegotiationStore data) {
            super(data);
        }

        @Override
        public synchronized void delete(NegotiationId id, long revision) {
            deleted.forEach(sound::delete);
            deleted.clear();
            deleted.put(id, revision);
        }
    }
}
