package dev.parley.cli.demo;

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
import dev.parley.domain.port.Stored;
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
        writeAllBut(0);
        return store.negotiations(filter, page);
    }

    @Override
    public Page<CampaignSnapshot> campaigns(PageRequest page) {
        writeAllBut(0);
        return store.campaigns(page);
    }

    @Override
    public long agreedWithoutAgreement() {
        writeAllBut(0);
        return store.agreedWithoutAgreement();
    }

    @Override
    public List<InboundMessage> handledBy(NegotiationId id) {
        writeAllBut(0);
        return store.handledBy(id);
    }

    @Override
    public List<OutboundMessage> owedBy(NegotiationId id) {
        writeAllBut(0);
        return store.owedBy(id);
    }

    @Override
    public void delete(NegotiationId id, long revision) {
        writeAllBut(0);
        store.delete(id, revision);
    }

    @Override
    public void close() {
        writeAllBut(0);
    }

    private void writeAllBut(int left) {
        while (unwritten.size() > left) {
            store.commit(unwritten.remove());
        }
    }
}
