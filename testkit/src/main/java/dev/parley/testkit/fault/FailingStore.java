package dev.parley.testkit.fault;

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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A store whose calls fail or come late when a test wants them to, as a disk, a rival or a crash would make them. It
 * shows what an orchestrator makes of each {@link Fault}: whether it sends what was not recorded, or takes a step twice
 * whose outcome it could not know; and of a delay: whether it lets somebody else come first.
 *
 * <p>Until a fault or a delay is asked for, and for calls that meet neither, it is the store that it was given. Every
 * method may fail, reading included; closing never does. A call that takes a planned fault uses it up. A call that is
 * refused for what it contains is refused whatever was planned, if it is passed on: {@link Fault#UNKNOWN_AND_DONE}.
 * Delays and faults are planned apart: a call may be late and then fail. Thread-safe.
 */
public final class FailingStore implements NegotiationStore {
    private static final Duration LONGEST_DELAY = Duration.ofHours(1);

    private final NegotiationStore store;
    private final FaultPlan faults = new FaultPlan();
    private final Delays delays = new Delays();

    /**
     * Puts itself before a store.
     *
     * @param store what calls are passed on to; closed together with this one
     */
    public FailingStore(NegotiationStore store) {
        this.store = store;
    }

    /**
     * Lets the next calls fail, after those that were asked for before.
     *
     * @param calls how many, 1 or more
     * @throws IllegalArgumentException if it is less than 1
     */
    public void failNext(int calls, Fault fault) {
        requireSome(calls);
        faults.plan(calls, fault);
    }

    /**
     * Lets calls fail by chance, each in any way, until {@link #mend}. One thread sees the same faults with the same
     * seed.
     *
     * @param percent how many of a hundred calls fail, 0 to 100
     * @throws IllegalArgumentException if it is out of range
     */
    public void failByChance(long seed, int percent) {
        faults.leaveTo(new Chance(seed, percent));
    }

    /**
     * Lets the next calls wait before they begin, after those that were asked for before.
     *
     * @param calls how many, 1 or more
     * @param delay how long each waits, up to an hour; {@link #mend} ends it sooner
     * @throws IllegalArgumentException if one of them is out of range
     */
    public void delayNext(int calls, Duration delay) {
        requireSome(calls);
        requireBearable(delay);
        delays.plan(calls, delay);
    }

    /**
     * Lets calls wait by chance before they begin, until {@link #mend}. One thread sees the same delays with the same
     * seed.
     *
     * @param percent how many of a hundred calls wait, 0 to 100
     * @param longest the longest a call waits, up to an hour
     * @throws IllegalArgumentException if one of them is out of range
     */
    public void delayByChance(long seed, int percent, Duration longest) {
        requireBearable(longest);
        delays.leaveTo(new Chance(seed, percent), longest);
    }

    /** Ends all faults and delays: those that were asked for and have not happened yet, and waits that calls are in. */
    public void mend() {
        faults.clear();
        delays.clear();
    }

    private static void requireSome(int calls) {
        if (calls < 1) {
            throw new IllegalArgumentException("calls: must be at least 1; mend() ends all faults and delays");
        }
    }

    private static void requireBearable(Duration delay) {
        if (delay.isNegative() || delay.compareTo(LONGEST_DELAY) > 0) {
            throw new IllegalArgumentException("delay: must lie between none and an hour");
        }
    }

    private <T> T attempt(Supplier<T> call) {
        delays.await();
        Fault fault = faults.next().orElse(null);
        if (fault != null && !fault.isDone()) {
            throw fault.exception();
        }
        T answer = call.get();
        if (fault != null) {
            throw fault.exception();
        }
        return answer;
    }

    private void run(Runnable call) {
        attempt(() -> {
            call.run();
            return this;
        });
    }

    @Override
    public void commit(Commit commit) {
        run(() -> store.commit(commit));
    }

    @Override
    public Optional<Stored<NegotiationSnapshot>> find(NegotiationId id) {
        return attempt(() -> store.find(id));
    }

    @Override
    public Optional<Stored<NegotiationSnapshot>> findByThread(ThreadId threadId) {
        return attempt(() -> store.findByThread(threadId));
    }

    @Override
    public Page<Stored<NegotiationSnapshot>> negotiations(NegotiationFilter filter, PageRequest page) {
        return attempt(() -> store.negotiations(filter, page));
    }

    @Override
    public Page<Stored<NegotiationOutline>> outlines(NegotiationFilter filter, PageRequest page) {
        return attempt(() -> store.outlines(filter, page));
    }

    @Override
    public Backlog backlog(Instant now) {
        return attempt(() -> store.backlog(now));
    }

    @Override
    public Optional<RecordedStep> findStep(NegotiationId id, IdempotencyKey key) {
        return attempt(() -> store.findStep(id, key));
    }

    @Override
    public List<InboundMessage> handledBy(NegotiationId id) {
        return attempt(() -> store.handledBy(id));
    }

    @Override
    public int forgetHandled(Instant endedBefore, int limit) {
        return attempt(() -> store.forgetHandled(endedBefore, limit));
    }

    @Override
    public void delete(NegotiationId id, long revision) {
        run(() -> store.delete(id, revision));
    }

    @Override
    public Optional<OwedMessage> claim(Instant now, Instant until) {
        return attempt(() -> store.claim(now, until));
    }

    @Override
    public Optional<OwedMessage> findOwed(MessageId id) {
        return attempt(() -> store.findOwed(id));
    }

    @Override
    public List<OwedMessage> owedBy(NegotiationId id) {
        return attempt(() -> store.owedBy(id));
    }

    @Override
    public Page<OwedMessage> owed(DeliveryFilter filter, PageRequest page) {
        return attempt(() -> store.owed(filter, page));
    }

    @Override
    public Optional<CampaignSnapshot> findCampaign(CampaignId id) {
        return attempt(() -> store.findCampaign(id));
    }

    @Override
    public Page<CampaignSnapshot> campaigns(PageRequest page) {
        return attempt(() -> store.campaigns(page));
    }

    @Override
    public void quarantine(UnreadableRow row, Instant now) {
        run(() -> store.quarantine(row, now));
    }

    @Override
    public Page<QuarantinedRow> quarantined(PageRequest page) {
        return attempt(() -> store.quarantined(page));
    }

    @Override
    public Optional<QuarantinedRow> findQuarantined(long number) {
        return attempt(() -> store.findQuarantined(number));
    }

    @Override
    public void release(long number) {
        run(() -> store.release(number));
    }

    @Override
    public void release(long number, String raw) {
        run(() -> store.release(number, raw));
    }

    @Override
    public void close() {
        store.close();
    }
}
