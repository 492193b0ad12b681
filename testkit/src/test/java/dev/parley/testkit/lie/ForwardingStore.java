package dev.parley.testkit.lie;

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
import dev.parley.domain.port.RecordedStep;
import dev.parley.domain.port.Restoration;
import dev.parley.domain.port.Stored;
import dev.parley.domain.port.UnreadableRow;
import dev.parley.testkit.InMemoryNegotiationStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A sound store; what extends it breaks one promise. */
class ForwardingStore implements CopyableStore {
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

    /** What reading makes of the outline of a negotiation. */
    NegotiationOutline reading(NegotiationOutline stored) {
        return stored;
    }

    /** What reading makes of a campaign. */
    CampaignSnapshot reading(CampaignSnapshot stored) {
        return stored;
    }

    /** What reading makes of an owed message. */
    OwedMessage reading(OwedMessage stored) {
        return stored;
    }

    private static <T> Page<T> read(Page<T> page, UnaryOperator<T> reading) {
        return new Page<>(page.rows().stream().map(reading).toList(), page.unreadable(), page.next());
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
        return read(sound.negotiations(filter, page), row -> row.map(this::reading));
    }

    @Override
    public Page<Stored<NegotiationOutline>> outlines(NegotiationFilter filter, PageRequest page) {
        Page<Stored<NegotiationSnapshot>> whole = negotiations(filter, page);
        return new Page<>(
                whole.rows().stream()
                        .map(row -> row.map(NegotiationOutline::of).map(this::reading))
                        .toList(),
                whole.unreadable(),
                whole.next());
    }

    @Override
    public Backlog backlog(Instant now) {
        return sound.backlog(now);
    }

    @Override
    public Optional<RecordedStep> findStep(NegotiationId id, IdempotencyKey key) {
        return sound.findStep(id, key);
    }

    @Override
    public List<InboundMessage> handledBy(NegotiationId id) {
        return sound.handledBy(id);
    }

    @Override
    public int forgetHandled(Instant endedBefore, int limit) {
        return sound.forgetHandled(endedBefore, limit);
    }

    @Override
    public Optional<OwedMessage> claim(Instant now, Instant until) {
        return sound.claim(now, until).map(this::reading);
    }

    @Override
    public Optional<OwedMessage> findOwed(MessageId id) {
        return sound.findOwed(id).map(this::reading);
    }

    @Override
    public List<OwedMessage> owedBy(NegotiationId id) {
        return sound.owedBy(id).stream().map(this::reading).toList();
    }

    @Override
    public Page<OwedMessage> owed(DeliveryFilter filter, PageRequest page) {
        return read(sound.owed(filter, page), this::reading);
    }

    @Override
    public Optional<CampaignSnapshot> findCampaign(CampaignId id) {
        return sound.findCampaign(id).map(this::reading);
    }

    @Override
    public Page<CampaignSnapshot> campaigns(PageRequest page) {
        return read(sound.campaigns(page), this::reading);
    }

    @Override
    public void quarantine(UnreadableRow row, Instant now) {
        sound.quarantine(row, now);
    }

    @Override
    public Page<QuarantinedRow> quarantined(PageRequest page) {
        return sound.quarantined(page);
    }

    @Override
    public Optional<QuarantinedRow> findQuarantined(long number) {
        return sound.findQuarantined(number);
    }

    @Override
    public void release(long number) {
        sound.release(number);
    }

    @Override
    public void release(long number, String raw) {
        sound.release(number, raw);
    }

    private CopyableStore copyable() {
        return (CopyableStore) sound;
    }

    @Override
    public Page<NegotiationCopy> copies(PageRequest page) {
        return copyable().copies(page);
    }

    @Override
    public Optional<NegotiationCopy> copyOf(NegotiationId id) {
        return copyable().copyOf(id);
    }

    @Override
    public int restore(Restoration restoration) {
        return copyable().restore(restoration);
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
