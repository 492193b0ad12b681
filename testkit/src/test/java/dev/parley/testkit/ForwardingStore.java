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
import dev.parley.domain.port.Stored;
import java.util.List;
import java.util.Optional;

/** A sound store; what extends it breaks one promise. */
class ForwardingStore implements NegotiationStore {
    final NegotiationStore sound;

    ForwardingStore(NegotiationStore sound) {
        this.sound = sound;
    }

    ForwardingStore() {
        this(new InMemoryNegotiationStore());
    }

    /** What reading makes of a negotiation. */
    NegotiationSnapshot reading(NegotiationSnapshot stored) {
        return stored;
    }

    /** What reading makes of a campaign. */
    CampaignSnapshot reading(CampaignSnapshot stored) {
        return stored;
    }

    @Override
    public void commit(Commit commit) {
        sound.commit(commit);
    }

    @Override
    public Optional<Stored<NegotiationSnapshot>> find(NegotiationId id) {
        return sound.find(id).map(row -> row.map(this::reading));
    }

    @Override
    public Optional<Stored<NegotiationSnapshot>> findByThread(ThreadId threadId) {
        return sound.findByThread(threadId).map(row -> row.map(this::reading));
    }

    @Override
    public Page<Stored<NegotiationSnapshot>> negotiations(NegotiationFilter filter, PageRequest page) {
        Page<Stored<NegotiationSnapshot>> read = sound.negotiations(filter, page);
        return new Page<>(
                read.rows().stream().map(row -> row.map(this::reading)).toList(), read.unreadable(), read.next());
    }

    @Override
    public long agreedWithoutAgreement() {
        return sound.agreedWithoutAgreement();
    }

    @Override
    public List<InboundMessage> handledBy(NegotiationId id) {
        return sound.handledBy(id);
    }

    @Override
    public List<OutboundMessage> owedBy(NegotiationId id) {
        return sound.owedBy(id);
    }

    @Override
    public Optional<CampaignSnapshot> findCampaign(CampaignId id) {
        return sound.findCampaign(id).map(this::reading);
    }

    @Override
    public Page<CampaignSnapshot> campaigns(PageRequest page) {
        Page<CampaignSnapshot> read = sound.campaigns(page);
        return new Page<>(read.rows().stream().map(this::reading).toList(), read.unreadable(), read.next());
    }

    @Override
    public void delete(NegotiationId id, long revision) {
        sound.delete(id, revision);
    }

    @Override
    public void close() {
        sound.close();
    }
}
