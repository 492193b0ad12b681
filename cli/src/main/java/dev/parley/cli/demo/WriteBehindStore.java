package dev.parley.cli.demo;

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
import dev.parley.domain.port.DeliveryFilter;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.NegotiationOutline;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.QuarantinedRow;
import dev.parley.domain.port.RecordedStep;
import dev.parley.domain.port.Stored;
import dev.parley.domain.port.UnreadableRow;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The store that Parley must not be: it acknowledges a commit at once and writes it later, as a cache does that means
 * well. The latest commits are always unwritten, so a kill loses what was acknowledged. It shows that the demo notices.
 * For one thread.
 */
public final class WriteBehindStore implements NegotiationStore {
    /** More than the demo has outstanding, so that whatever it has received by a kill is not written. */
    private static final int UNWRITTEN = 32;

    private final NegotiationStore store;
    private final Deque<Commit> unwritten = new ArrayDeque<>();

    /** A store before another, which it writes to late; closing it writes what is left and leaves the other open. */
    public WriteBehindStore(NegotiationStore store) {
        this.store = store;
    }

    @Override
    public void commit(Commit commit) {
        UnwrittenCommits.requireCurrent(commit, this);
        unwritten.add(commit);
        writeAllBut(UNWRITTEN);
    }

    @Override
    public Optional<Stored<NegotiationSnapshot>> find(NegotiationId id) {
        return UnwrittenCommits.latest(unwritten, change -> change.id().equals(id))
                .or(() -> store.find(id));
    }

    @Override
    public Optional<Stored<NegotiationSnapshot>> findByThread(ThreadId threadId) {
        return UnwrittenCommits.latest(
                        unwritten, change -> threadId.equals(change.snapshot().threadId()))
                .or(() -> store.findByThread(threadId));
    }

    @Override
    public Optional<CampaignSnapshot> findCampaign(CampaignId id) {
        return UnwrittenCommits.withAgreements(unwritten, id, store.findCampaign(id));
    }

    @Override
    public Page<Stored<NegotiationSnapshot>> negotiations(NegotiationFilter filter, PageRequest page) {
        return written().negotiations(filter, page);
    }

    @Override
    public Page<Stored<NegotiationOutline>> outlines(NegotiationFilter filter, PageRequest page) {
        return written().outlines(filter, page);
    }

    @Override
    public Page<CampaignSnapshot> campaigns(PageRequest page) {
        return written().campaigns(page);
    }

    @Override
    public Backlog backlog(Instant now) {
        return written().backlog(now);
    }

    @Override
    public Optional<RecordedStep> findStep(NegotiationId id, IdempotencyKey key) {
        return written().findStep(id, key);
    }

    @Override
    public List<InboundMessage> handledBy(NegotiationId id) {
        return written().handledBy(id);
    }

    @Override
    public int forgetHandled(Instant endedBefore, int limit) {
        return written().forgetHandled(endedBefore, limit);
    }

    @Override
    public Optional<OwedMessage> claim(Instant now, Instant until) {
        return written().claim(now, until);
    }

    @Override
    public Optional<OwedMessage> findOwed(MessageId id) {
        return written().findOwed(id);
    }

    @Override
    public List<OwedMessage> owedBy(NegotiationId id) {
        return written().owedBy(id);
    }

    @Override
    public Page<OwedMessage> owed(DeliveryFilter filter, PageRequest page) {
        return written().owed(filter, page);
    }

    @Override
    public void quarantine(UnreadableRow row, Instant now) {
        written().quarantine(row, now);
    }

    @Override
    public Page<QuarantinedRow> quarantined(PageRequest page) {
        return written().quarantined(page);
    }

    @Override
    public Optional<QuarantinedRow> findQuarantined(long number) {
        return written().findQuarantined(number);
    }

    @Override
    public void release(long number) {
        written().release(number);
    }

    @Override
    public void release(long number, String raw) {
        written().release(number, raw);
    }

    @Override
    public void delete(NegotiationId id, long revision) {
        written().delete(id, revision);
    }

    @Override
    public void close() {
        writeAllBut(0);
    }

    /** The other store, once it has everything. */
    private NegotiationStore written() {
        writeAllBut(0);
        return store;
    }

    private void writeAllBut(int left) {
        while (unwritten.size() > left) {
            store.commit(unwritten.remove());
        }
    }
}
