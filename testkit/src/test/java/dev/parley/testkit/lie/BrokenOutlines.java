package dev.parley.testkit.lie;

import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.NegotiationOutline;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.Stored;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Stores whose outlines do not say what the whole negotiations do. */
final class BrokenOutlines {
    private BrokenOutlines() {}

    /** Looks a context up when it is asked for it, instead of keeping what was read. */
    static final class LooksAgain extends ForwardingStore {
        @Override
        NegotiationOutline reading(NegotiationOutline stored) {
            NegotiationId id = stored.id();
            return with(
                    () -> sound.find(id).map(row -> row.value().context()).orElse(Attributes.empty()),
                    stored.historyLength(),
                    stored);
        }
    }

    /** Knows outlines as they were opened. */
    static final class NeverUpdates extends ForwardingStore {
        private final Map<NegotiationId, NegotiationSnapshot> opened = new HashMap<>();

        @Override
        public void commit(Commit commit) {
            super.commit(commit);
            commit.changes().forEach(change -> opened.putIfAbsent(change.id(), change.snapshot()));
        }

        @Override
        NegotiationOutline reading(NegotiationOutline stored) {
            return NegotiationOutline.of(opened.get(stored.id()));
        }
    }

    /** Counts rounds instead of entries. */
    static final class CountsRounds extends ForwardingStore {
        @Override
        NegotiationOutline reading(NegotiationOutline stored) {
            return with(stored::context, stored.roundCount(), stored);
        }
    }

    /** Decodes a context without its scales. */
    static final class RoundsContexts extends ForwardingStore {
        @Override
        NegotiationOutline reading(NegotiationOutline stored) {
            return with(() -> BrokenContent.withoutScales(stored.context()), stored.historyLength(), stored);
        }
    }

    /** Gives the outlines of all, whatever is asked for. */
    static final class NeverFilters extends ForwardingStore {
        @Override
        public Page<Stored<NegotiationOutline>> outlines(NegotiationFilter filter, PageRequest page) {
            return super.outlines(NegotiationFilter.all(), page);
        }
    }

    /** Counts rows instead of remembering where a page ended. */
    static final class PagesByOffset extends ForwardingStore {
        @Override
        public Page<Stored<NegotiationOutline>> outlines(NegotiationFilter filter, PageRequest page) {
            List<Stored<NegotiationOutline>> all = super.outlines(filter, PageRequest.first(PageRequest.MAX_LIMIT))
                    .rows();
            int from = (int) Math.min(all.size(), page.after());
            int to = Math.min(all.size(), from + page.limit());
            return new Page<>(
                    all.subList(from, to), List.of(), to < all.size() ? OptionalLong.of(to) : OptionalLong.empty());
        }
    }

    private static NegotiationOutline with(Supplier<Attributes> context, int historyLength, NegotiationOutline stored) {
        return new NegotiationOutline(
                stored.id(),
                stored.campaignId(),
                stored.threadId(),
                stored.state(),
                stored.roundCount(),
                stored.replyDueAt(),
                context,
                historyLength,
                stored.createdAt(),
                stored.updatedAt());
    }
}
