package dev.parley.application;

import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.IdempotencyKey;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.DuplicateStepException;
import dev.parley.domain.port.NamedStep;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.NegotiationNotFoundException;
import dev.parley.domain.port.NegotiationOutline;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.RecordedStep;
import dev.parley.domain.port.StaleRevisionException;
import dev.parley.domain.port.Stored;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The negotiations in flight, as an orchestrator uses them. Load one, decide outside of any transaction for as long as
 * it takes, then commit the decision on the revision it was made on.
 *
 * <p>Every result exists only once the change behind it is durable, so whatever the caller sends in response was
 * recorded first. Nothing is cached: every answer is the store's. Thread-safe if the store is; the store's exceptions
 * pass through, above all {@link StaleRevisionException} where somebody else was faster.
 */
public final class Negotiations {
    /** How often a decision is made anew before a rival is left to win. */
    private static final int ATTEMPTS = 32;

    private static final int FORGOTTEN_AT_ONCE = 500;

    private final NegotiationStore store;
    private final InstantSource clock;

    /**
     * @param store where negotiations are kept; the caller closes it
     * @param clock tells the time that is recorded, to the microsecond
     */
    public Negotiations(NegotiationStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Opens a negotiation whose email thread is not known yet.
     *
     * @throws dev.parley.domain.port.NegotiationAlreadyExistsException if the id is in use
     * @throws dev.parley.domain.port.CampaignNotFoundException if the campaign is not registered
     */
    public Stored<Negotiation> open(NegotiationId id, CampaignId campaignId, Attributes context) {
        return open(id, campaignId, null, context);
    }

    /**
     * Opens a negotiation.
     *
     * @param threadId the email thread it lives on, or null where it is not known yet
     * @throws dev.parley.domain.port.NegotiationAlreadyExistsException if the id is in use
     * @throws dev.parley.domain.port.CampaignNotFoundException if the campaign is not registered
     * @throws dev.parley.domain.port.ThreadTakenException if the thread belongs to another negotiation
     */
    public Stored<Negotiation> open(
            NegotiationId id, CampaignId campaignId, @Nullable ThreadId threadId, Attributes context) {
        Negotiation opened = Negotiation.open(id, campaignId, threadId, context, clock.instant());
        NegotiationChange change = NegotiationChange.opened(opened.snapshot());
        store.commit(Commit.of(change));
        return new Stored<>(opened, change.newRevision());
    }

    /**
     * A negotiation as it stands.
     *
     * @throws dev.parley.domain.port.UnreadableException if it is there and cannot be read
     */
    public Optional<Stored<Negotiation>> find(NegotiationId id) {
        return store.find(id).map(stored -> stored.map(Negotiation::restore));
    }

    /**
     * The negotiation that lives on an email thread.
     *
     * @throws dev.parley.domain.port.UnreadableException if it is there and cannot be read
     */
    public Optional<Stored<Negotiation>> findByThread(ThreadId threadId) {
        return store.findByThread(threadId).map(stored -> stored.map(Negotiation::restore));
    }

    /** Negotiations in the order they were opened, a page at a time. */
    public Page<Stored<Negotiation>> list(NegotiationFilter filter, PageRequest request) {
        Page<Stored<NegotiationSnapshot>> page = store.negotiations(filter, request);
        return new Page<>(
                page.rows().stream()
                        .map(stored -> stored.map(Negotiation::restore))
                        .toList(),
                page.unreadable(),
                page.next());
    }

    /**
     * Commits a decision: events, changes of the context, a deadline, an agreement and messages, all or nothing.
     *
     * <p>A {@linkplain Step#key() named} step is committed once. Asked for it again, whether the mail came twice or the
     * store failed with an unknown outcome, this writes nothing and returns what came of it the first time, however far
     * the negotiation has gone since.
     *
     * @return what came of the step, durable
     * @throws dev.parley.domain.port.StepConflictException if another decision was committed under the step's name
     * @throws dev.parley.domain.negotiation.IllegalTransitionException if an event is not legal
     * @throws StaleRevisionException if the negotiation has changed since it was read; decide anew
     * @throws NegotiationNotFoundException if it was deleted since it was read
     * @throws dev.parley.domain.campaign.AgreementConflictException if the negotiation's agreement stands otherwise
     * @throws dev.parley.domain.port.DuplicateMessageException if a message of the step is stored already
     * @throws dev.parley.domain.value.InvalidValueException if the step is empty, or has an agreement that its events
     *     do not reach, or a deadline for a reply that is not waited for
     * @throws dev.parley.domain.port.UnreadableException if the step is a repetition and the negotiation, as it stands
     *     now, cannot be read
     */
    public Advanced advance(Step step) {
        step.requireSubstance();
        try {
            StepCommit decided = decided(step);
            store.commit(decided.commit());
            return Advanced.now(decided.after());
        } catch (DuplicateStepException repeated) {
            return Advanced.before(repeated.recorded(), required(repeated.negotiationId()));
        }
    }

    private StepCommit decided(Step step) {
        NamedStep name = step.name();
        try {
            return StepCommit.of(step, name, clock.instant());
        } catch (RuntimeException illegal) {
            // What was legal then may be illegal where the negotiation stands now: a repetition is no new decision.
            if (name != null) {
                requireNew(step.decidedOn().value().id(), name);
            }
            throw illegal;
        }
    }

    private void requireNew(NegotiationId id, NamedStep step) {
        store.findStep(id, step.key()).ifPresent(recorded -> {
            throw recorded.refusal(id, step);
        });
    }

    /**
     * What came of a named step of a negotiation; empty if none was committed under this name. With the id of a message
     * as the key it tells whether that message was handled, before a model is asked about it again.
     *
     * @throws dev.parley.domain.port.UnreadableException if it is there and cannot be read
     */
    public Optional<RecordedStep> findStep(NegotiationId id, IdempotencyKey key) {
        return store.findStep(id, key);
    }

    /**
     * Decides on a negotiation as it stands, and decides anew if somebody else was faster. For decisions that are made
     * at once and hold for any revision, such as a human's "stop".
     *
     * @param decision makes a step of the negotiation it is given; may be called several times
     * @return what came of the step, durable
     * @throws NegotiationNotFoundException if it is not stored
     * @throws StaleRevisionException if somebody else was faster time and again
     */
    public Advanced advance(NegotiationId id, Function<Stored<Negotiation>, Step> decision) {
        return onLatest(id, stored -> advance(decision.apply(stored)));
    }

    /**
     * Puts a negotiation on hold, whatever else happens to it at the same time.
     *
     * @param cause why, in the caller's words, or null
     * @throws dev.parley.domain.negotiation.IllegalTransitionException if it is paused or has ended
     */
    public Stored<Negotiation> pause(NegotiationId id, @Nullable String cause) {
        return trigger(id, NegotiationEvent.PAUSE, cause);
    }

    /**
     * Lets a negotiation go on in the state it was paused in.
     *
     * @param cause why, in the caller's words, or null
     * @throws dev.parley.domain.negotiation.IllegalTransitionException if it is not paused
     */
    public Stored<Negotiation> resume(NegotiationId id, @Nullable String cause) {
        return trigger(id, NegotiationEvent.RESUME, cause);
    }

    /**
     * Calls a negotiation off, whatever else happens to it at the same time.
     *
     * @param cause why, in the caller's words, or null
     * @throws dev.parley.domain.negotiation.IllegalTransitionException if it has ended
     */
    public Stored<Negotiation> stop(NegotiationId id, @Nullable String cause) {
        return trigger(id, NegotiationEvent.STOP, cause);
    }

    /**
     * Puts a negotiation on its email thread, once the mail provider has given it one. Doing so again changes nothing.
     *
     * @throws dev.parley.domain.port.ThreadTakenException if the thread belongs to another negotiation
     * @throws dev.parley.domain.negotiation.ThreadAlreadyBoundException if the negotiation is on another thread
     */
    public Stored<Negotiation> bind(NegotiationId id, ThreadId threadId) {
        return onLatest(id, stored -> changed(stored, stored.value().bind(threadId, clock.instant())));
    }

    /**
     * Changes how long a reply is waited for, whatever else happens to the negotiation at the same time. Setting the
     * deadline that it has changes nothing. A paused negotiation may have a deadline; it expires only once it is
     * resumed.
     *
     * @param deadline when the time for a reply is over, cut to the microsecond; null waits without end
     * @throws dev.parley.domain.value.InvalidValueException if no reply is waited for
     * @throws NegotiationNotFoundException if it is not stored
     */
    public Stored<Negotiation> awaitReplyUntil(NegotiationId id, @Nullable Instant deadline) {
        return onLatest(id, stored -> changed(stored, stored.value().withReplyDue(deadline, clock.instant())));
    }

    /**
     * Turns the negotiations whose time for a reply is over to TIMEOUT, each by a commit of its own and once, however
     * many threads and processes do the same. What has happened meanwhile goes first: an answered one does not expire.
     * It holds one page in memory at a time. A row that cannot be read is put into quarantine, named in the report, and
     * does not stop the others.
     *
     * <p>A deadline that was met once stays met: a clock that goes back brings no negotiation back.
     *
     * @param now the time that says what is overdue, and that the history will show
     * @param onExpired is given each negotiation that this call has turned, once that is durable. If the process dies
     *     in between it is not called; what must not be forgotten belongs in a step
     */
    public ExpiryReport expireOverdue(Instant now, Consumer<? super Stored<Negotiation>> onExpired) {
        return new Expiry(store, now, onExpired).run();
    }

    /**
     * Forgets the inbound messages and the names of steps of negotiations that have ended, for those who may not keep
     * them for ever. What is forgotten is no longer recognised when it comes again. It may be called at any time, and
     * again after a failure.
     *
     * @param endedBefore only of negotiations that have not changed since
     * @return of how many negotiations something was forgotten
     */
    public long forgetHandled(Instant endedBefore) {
        long all = 0;
        int some;
        do {
            some = store.forgetHandled(endedBefore, FORGOTTEN_AT_ONCE);
            all += some;
        } while (some == FORGOTTEN_AT_ONCE);
        return all;
    }

    /**
     * Deletes a negotiation with its history and messages; its campaign keeps the agreement.
     *
     * @param decidedOn the negotiation as it was read
     * @throws StaleRevisionException if it has changed since it was read
     * @throws NegotiationNotFoundException if it was deleted since it was read
     */
    public void delete(Stored<Negotiation> decidedOn) {
        store.delete(decidedOn.value().id(), decidedOn.revision());
    }

    /**
     * Gives back everything in flight, for a start after a crash. It may be called again at any time, holds one page in
     * memory at a time, and has no effect on the world: it sends nothing, claims nothing and lets nothing expire. A row
     * that cannot be read is named in the report and does not stop the others; at the end such rows are put into
     * quarantine, where they were not yet.
     *
     * @param onRecovered is given each negotiation that has not ended, in the order they were opened
     */
    public RecoveryReport recover(Consumer<? super Stored<Negotiation>> onRecovered) {
        return Recovery.whole(store, onRecovered).run(clock.instant());
    }

    /**
     * Gives back everything in flight as {@link #recover} does and with the same promises, but in outline: for a start
     * with very many negotiations, most of which wait for a mail. {@link #find} gives the whole negotiation when its
     * mail has come.
     *
     * <p>Not in the report is what this does not look at: a history that is damaged shows when the negotiation is found,
     * a context that a newer version wrote when its outline is asked for it.
     *
     * @param onRecovered is given the outline of each negotiation that has not ended, in the order they were opened
     */
    public RecoveryReport recoverOutlines(Consumer<? super Stored<NegotiationOutline>> onRecovered) {
        return Recovery.outlined(store, onRecovered).run(clock.instant());
    }

    private Stored<Negotiation> trigger(NegotiationId id, NegotiationEvent event, @Nullable String cause) {
        return advance(id, stored -> Step.on(stored, event).because(cause)).negotiation();
    }

    private <T> T onLatest(NegotiationId id, Function<Stored<Negotiation>, T> change) {
        for (int attempt = 1; ; attempt++) {
            Stored<Negotiation> latest = required(id);
            try {
                return change.apply(latest);
            } catch (StaleRevisionException somebodyWasFaster) {
                if (attempt == ATTEMPTS) {
                    throw somebodyWasFaster;
                }
            }
        }
    }

    /** A change that is the negotiation itself is none, and is not committed. */
    private Stored<Negotiation> changed(Stored<Negotiation> before, Negotiation after) {
        if (after.equals(before.value())) {
            return before;
        }
        NegotiationChange change = NegotiationChange.changed(before.map(Negotiation::snapshot), after.snapshot());
        store.commit(Commit.of(change));
        return new Stored<>(after, change.newRevision());
    }

    private Stored<Negotiation> required(NegotiationId id) {
        return find(id).orElseThrow(() -> new NegotiationNotFoundException(id));
    }
}
