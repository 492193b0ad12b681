package dev.parley.testkit;

import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.IdempotencyKey;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.message.InboundMessage;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Backlog;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.CopyableStore;
import dev.parley.domain.port.DeliveryFilter;
import dev.parley.domain.port.NegotiationCopy;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.NegotiationOutline;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.QuarantinedRow;
import dev.parley.domain.port.QuarantinedRowNotFoundException;
import dev.parley.domain.port.RecordedStep;
import dev.parley.domain.port.Restoration;
import dev.parley.domain.port.StoreClosedException;
import dev.parley.domain.port.Stored;
import dev.parley.domain.port.UnreadableRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
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
public final class InMemoryNegotiationStore implements CopyableStore {
    private final ReentrantLock lock = new ReentrantLock();
    private final Contents contents = new Contents();
    private boolean closed;

    /** Opens a store that holds nothing. */
    public InMemoryNegotiationStore() {}

    @Override
    public void commit(Commit commit) {
        locked(held -> {
            Draft.of(commit, held).settle();
            return commit;
        });
    }

    @Override
    public Optional<Stored<NegotiationSnapshot>> find(NegotiationId id) {
        return row(id).map(Row::stored);
    }

    @Override
    public Optional<Stored<NegotiationSnapshot>> findByThread(ThreadId threadId) {
        return locked(held -> Optional.ofNullable(held.threads.get(threadId)).map(held.negotiations::get))
                .map(Row::stored);
    }

    @Override
    public Page<Stored<NegotiationSnapshot>> negotiations(NegotiationFilter filter, PageRequest page) {
        Predicate<Row> wanted = row -> filter.accepts(row.snapshot());
        Page<Row> rows = locked(held -> held.negotiations.page(page, wanted));
        return new Page<>(rows.rows().stream().map(Row::stored).toList(), rows.unreadable(), rows.next());
    }

    @Override
    public Page<Stored<NegotiationOutline>> outlines(NegotiationFilter filter, PageRequest page) {
        Page<Stored<NegotiationSnapshot>> whole = negotiations(filter, page);
        return new Page<>(
                whole.rows().stream()
                        .map(stored -> stored.map(NegotiationOutline::of))
                        .toList(),
                whole.unreadable(),
                whole.next());
    }

    @Override
    public Backlog backlog(Instant now) {
        return locked(held -> Waiting.in(held, now));
    }

    @Override
    public Optional<RecordedStep> findStep(NegotiationId id, IdempotencyKey key) {
        return row(id).flatMap(row -> row.step(key));
    }

    @Override
    public List<InboundMessage> handledBy(NegotiationId id) {
        return row(id).map(Row::handled).orElse(List.of());
    }

    @Override
    public int forgetHandled(Instant endedBefore, int limit) {
        PageRequest first = PageRequest.first(limit);
        return locked(held -> {
            List<Row> ended = held.negotiations
                    .page(first, row -> row.hasHandled() && row.endedBefore(endedBefore))
                    .rows();
            ended.forEach(row -> held.put(row.forgetful()));
            return ended.size();
        });
    }

    @Override
    public Optional<OwedMessage> claim(Instant now, Instant until) {
        return locked(held -> {
            Optional<OwedMessage> claimed = Waiting.due(held, now).map(message -> message.claimed(now, until));
            claimed.ifPresent(message -> held.messages.put(message.id(), message));
            return claimed;
        });
    }

    @Override
    public Optional<OwedMessage> findOwed(MessageId id) {
        return locked(held -> Optional.ofNullable(held.messages.get(id)));
    }

    @Override
    public List<OwedMessage> owedBy(NegotiationId id) {
        return locked(held -> {
            Row row = held.negotiations.get(id);
            return row == null
                    ? List.of()
                    : row.owed().stream().map(held.messages::get).toList();
        });
    }

    @Override
    public Page<OwedMessage> owed(DeliveryFilter filter, PageRequest page) {
        return locked(held -> held.messages.page(page, message -> filter.accepts(message.delivery())));
    }

    /** Every row can be read here, so none is put into quarantine. */
    @Override
    public void quarantine(UnreadableRow row, Instant now) {
        locked(held -> row);
    }

    @Override
    public Page<QuarantinedRow> quarantined(PageRequest page) {
        return locked(held -> new Page<>(List.of(), List.of(), OptionalLong.empty()));
    }

    @Override
    public Optional<QuarantinedRow> findQuarantined(long number) {
        return locked(held -> Optional.empty());
    }

    @Override
    public void release(long number) {
        locked(held -> number);
        throw new QuarantinedRowNotFoundException(number);
    }

    @Override
    public void release(long number, String raw) {
        release(number);
    }

    @Override
    public Optional<CampaignSnapshot> findCampaign(CampaignId id) {
        return locked(held -> Optional.ofNullable(held.campaigns.get(id)));
    }

    @Override
    public Page<CampaignSnapshot> campaigns(PageRequest page) {
        return locked(held -> held.campaigns.page(page, campaign -> true));
    }

    @Override
    public Page<NegotiationCopy> copies(PageRequest page) {
        Page<Row> rows = locked(held -> held.negotiations.page(page, row -> true));
        return new Page<>(rows.rows().stream().map(Row::copy).toList(), rows.unreadable(), rows.next());
    }

    @Override
    public Optional<NegotiationCopy> copyOf(NegotiationId id) {
        return row(id).map(Row::copy);
    }

    @Override
    public int restore(Restoration restoration) {
        return locked(held -> Restored.of(restoration, held).settle());
    }

    @Override
    public void delete(NegotiationId id, long revision) {
        locked(held -> {
            held.remove(Draft.at(revision, id, held.negotiations.get(id)));
            return id;
        });
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
        return locked(held -> Optional.ofNullable(held.negotiations.get(id)));
    }

    private <T> T locked(Function<Contents, T> call) {
        lock.lock();
        try {
            requireOpen();
            return call.apply(contents);
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
