package dev.parley.testkit;

import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.message.InboundMessage;
import dev.parley.domain.message.OutboundMessage;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.StoreClosedException;
import dev.parley.domain.port.Stored;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A store for tests: it keeps every promise of {@link NegotiationStore} but durability, which it lacks by design. What
 * it holds is gone with the object.
 *
 * <p>Thread-safe: one lock orders all calls, and a commit is checked whole before any of it can be seen. It never waits
 * for anything else, so it throws neither {@link dev.parley.domain.port.StoreBusyException} nor {@link
 * dev.parley.domain.port.StoreFailureException}, and it finds nothing unreadable.
 */
public final class InMemoryNegotiationStore implements NegotiationStore {
    private final ReentrantLock lock = new ReentrantLock();
    private final Contents contents = new Contents();
    private boolean closed;

    /** Opens a store that holds nothing. */
    public InMemoryNegotiationStore() {}

    @Override
    public void commit(Commit commit) {
        change(held -> Draft.of(commit, held).settle());
    }

    @Override
    public Optional<Stored<NegotiationSnapshot>> find(NegotiationId id) {
        return row(id).map(Row::stored);
    }

    @Override
    public Optional<Stored<NegotiationSnapshot>> findByThread(ThreadId threadId) {
        return read(held -> Optional.ofNullable(held.threads.get(threadId)).map(held.negotiations::get))
                .map(Row::stored);
    }

    @Override
    public Page<Stored<NegotiationSnapshot>> negotiations(NegotiationFilter filter, PageRequest page) {
        Predicate<Row> wanted = row -> filter.accepts(row.state());
        Page<Row> rows = read(held -> held.negotiations.page(page, wanted));
        return new Page<>(rows.rows().stream().map(Row::stored).toList(), rows.unreadable(), rows.next());
    }

    @Override
    public long agreedWithoutAgreement() {
        return read(held -> held.negotiations.count(Row::unbooked));
    }

    @Override
    public List<InboundMessage> handledBy(NegotiationId id) {
        return row(id).map(Row::handled).orElse(List.of());
    }

    @Override
    public List<OutboundMessage> owedBy(NegotiationId id) {
        return row(id).map(Row::owed).orElse(List.of());
    }

    @Override
    public Optional<CampaignSnapshot> findCampaign(CampaignId id) {
        return read(held -> Optional.ofNullable(held.campaigns.get(id)));
    }

    @Override
    public Page<CampaignSnapshot> campaigns(PageRequest page) {
        return read(held -> held.campaigns.page(page, campaign -> true));
    }

    @Override
    public void delete(NegotiationId id, long revision) {
        change(held -> held.remove(Draft.at(revision, id, held.negotiations.get(id))));
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    private Optional<Row> row(NegotiationId id) {
        return read(held -> Optional.ofNullable(held.negotiations.get(id)));
    }

    private <T> T read(Function<Contents, T> question) {
        lock.lock();
        try {
            requireOpen();
            return question.apply(contents);
        } finally {
            lock.unlock();
        }
    }

    private void change(Consumer<Contents> change) {
        lock.lock();
        try {
            requireOpen();
            change.accept(contents);
        } finally {
            lock.unlock();
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new StoreClosedException();
        }
    }
}
