package dev.parley.testkit.lie;

import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.HistoryEntry;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.Stored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Stores that give back something else than they were given. */
final class BrokenReads {
    private BrokenReads() {}

    /** Forgets that a negotiation was ever held, once it goes on. */
    static final class ForgetsPauses extends ForwardingStore {
        @Override
        NegotiationSnapshot reading(NegotiationSnapshot stored) {
            List<HistoryEntry> history = new ArrayList<>();
            for (HistoryEntry entry : stored.history()) {
                if (entry.transition().event() == NegotiationEvent.RESUME) {
                    history.remove(history.size() - 1);
                } else {
                    history.add(new HistoryEntry(history.size() + 1, entry.transition(), entry.at(), entry.cause()));
                }
            }
            return copy(stored, stored.context(), history, stored.createdAt(), stored.updatedAt());
        }
    }

    /** Writes created_at anew with each commit. */
    static final class OverwritesCreatedAt extends ForwardingStore {
        private final Map<NegotiationId, Instant> createdAt = new HashMap<>();

        @Override
        public void commit(Commit commit) {
            super.commit(commit);
            commit.changes()
                    .forEach(change ->
                            createdAt.put(change.id(), change.snapshot().createdAt()));
        }

        @Override
        NegotiationSnapshot reading(NegotiationSnapshot stored) {
            Instant last = createdAt.getOrDefault(stored.id(), stored.createdAt());
            return copy(stored, stored.context(), stored.history(), last, stored.updatedAt());
        }
    }

    /** Takes the whole history from each change, instead of appending what is new. */
    static final class RewritesHistory extends ForwardingStore {
        private final Map<NegotiationId, List<HistoryEntry>> histories = new HashMap<>();

        @Override
        public void commit(Commit commit) {
            super.commit(commit);
            commit.changes()
                    .forEach(change ->
                            histories.put(change.id(), change.snapshot().history()));
        }

        @Override
        NegotiationSnapshot reading(NegotiationSnapshot stored) {
            List<HistoryEntry> last = histories.getOrDefault(stored.id(), stored.history());
            return copy(stored, stored.context(), last, stored.createdAt(), stored.updatedAt());
        }
    }

    /** Counts rows instead of remembering where a page ended. */
    static final class PagesByOffset extends ForwardingStore {
        @Override
        public Page<Stored<NegotiationSnapshot>> negotiations(NegotiationFilter filter, PageRequest page) {
            List<Stored<NegotiationSnapshot>> all = super.negotiations(filter, PageRequest.first(PageRequest.MAX_LIMIT))
                    .rows();
            int from = (int) Math.min(all.size(), page.after());
            int to = Math.min(all.size(), from + page.limit());
            return new Page<>(
                    all.subList(from, to), List.of(), to < all.size() ? OptionalLong.of(to) : OptionalLong.empty());
        }
    }

    /** Cannot be closed. */
    static final class StaysOpen extends ForwardingStore {
        @Override
        public void close() {}
    }

    static NegotiationSnapshot with(Attributes context, NegotiationSnapshot stored) {
        return copy(stored, context, stored.history(), stored.createdAt(), stored.updatedAt());
    }

    static NegotiationSnapshot copy(
            NegotiationSnapshot stored,
            Attributes context,
            List<HistoryEntry> history,
            Instant createdAt,
            Instant updatedAt) {
        return new NegotiationSnapshot(
                stored.id(),
                stored.campaignId(),
                stored.threadId(),
                stored.state(),
                stored.roundCount(),
                stored.replyDueAt(),
                context,
                history,
                createdAt,
                updatedAt);
    }
}
