package dev.parley.testkit;

import dev.parley.domain.attributes.AttributeValue;
import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.campaign.CpmAgreement;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.negotiation.HistoryEntry;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.Stored;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

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

    /** Takes an empty cause for none. */
    static final class EmptyCauseIsNull extends ForwardingStore {
        @Override
        NegotiationSnapshot reading(NegotiationSnapshot stored) {
            List<HistoryEntry> history = stored.history().stream()
                    .map(entry -> new HistoryEntry(
                            entry.sequence(),
                            entry.transition(),
                            entry.at(),
                            "".equals(entry.cause()) ? null : entry.cause()))
                    .toList();
            return copy(stored, stored.context(), history, stored.createdAt(), stored.updatedAt());
        }
    }

    /** Knows instants to the millisecond. */
    static final class Milliseconds extends ForwardingStore {
        @Override
        NegotiationSnapshot reading(NegotiationSnapshot stored) {
            Instant updatedAt = stored.updatedAt().truncatedTo(ChronoUnit.MILLIS);
            return copy(stored, stored.context(), stored.history(), stored.createdAt(), updatedAt);
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

    /** Knows the value of a decimal, not its scale. */
    static final class LosesScale extends ForwardingStore {
        @Override
        NegotiationSnapshot reading(NegotiationSnapshot stored) {
            Attributes context = withoutScales(stored.context());
            return copy(stored, context, stored.history(), stored.createdAt(), stored.updatedAt());
        }
    }

    /** Sorts the keys of a context. */
    static final class SortsKeys extends ForwardingStore {
        @Override
        NegotiationSnapshot reading(NegotiationSnapshot stored) {
            Attributes sorted = Attributes.of(new TreeMap<>(stored.context().asMap()));
            return copy(stored, sorted, stored.history(), stored.createdAt(), stored.updatedAt());
        }
    }

    /** Finds a thread whatever its case. */
    static final class FoldsThreads extends ForwardingStore {
        private final Map<String, ThreadId> threads = new HashMap<>();

        @Override
        public void commit(Commit commit) {
            super.commit(commit);
            commit.changes().stream()
                    .map(change -> change.snapshot().threadId())
                    .filter(thread -> thread != null)
                    .forEach(thread -> threads.put(folded(thread), thread));
        }

        @Override
        public Optional<Stored<NegotiationSnapshot>> findByThread(ThreadId threadId) {
            return super.findByThread(threads.getOrDefault(folded(threadId), threadId));
        }

        private static String folded(ThreadId thread) {
            return thread.value().toLowerCase(Locale.ROOT);
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

    /** Takes the agreement along with the negotiation. */
    static final class DeletesAgreements extends ForwardingStore {
        private final Set<NegotiationId> deleted = new HashSet<>();

        @Override
        public void delete(NegotiationId id, long revision) {
            super.delete(id, revision);
            deleted.add(id);
        }

        @Override
        CampaignSnapshot reading(CampaignSnapshot stored) {
            List<CpmAgreement> left = stored.tracker().agreements().stream()
                    .filter(one -> one.negotiationId().filter(deleted::contains).isEmpty())
                    .toList();
            return Agreed.with(left, stored);
        }
    }

    /** Cannot be closed. */
    static final class StaysOpen extends ForwardingStore {
        @Override
        public void close() {}
    }

    static Attributes withoutScales(Attributes context) {
        Map<String, AttributeValue> values = new LinkedHashMap<>(context.asMap());
        values.replaceAll((key, value) -> value instanceof AttributeValue.Decimal decimal
                ? new AttributeValue.Decimal(decimal.value().stripTrailingZeros())
                : value);
        return Attributes.of(values);
    }

    private static NegotiationSnapshot copy(
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
