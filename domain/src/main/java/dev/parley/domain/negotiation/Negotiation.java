package dev.parley.domain.negotiation;

import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.value.Timestamps;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One negotiation with one influencer about one campaign: the aggregate that decides what may happen next. Immutable;
 * each change gives the next value. Thread-safe.
 */
public final class Negotiation {
    /** The events that leave the deadline of a reply as it is. */
    private static final Set<NegotiationEvent> HOLDING = Set.of(NegotiationEvent.PAUSE, NegotiationEvent.RESUME);

    private final NegotiationSnapshot snapshot;

    private Negotiation(NegotiationSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    /**
     * A new negotiation at {@link NegotiationState#INITIAL_OFFER}.
     *
     * @param threadId the email thread, or null where the mail provider has not given one yet
     * @param now when it is opened
     */
    public static Negotiation open(
            NegotiationId id, CampaignId campaignId, @Nullable ThreadId threadId, Attributes context, Instant now) {
        return restore(new NegotiationSnapshot(
                id, campaignId, threadId, NegotiationState.INITIAL_OFFER, 0, null, context, History.empty(), now, now));
    }

    /** The negotiation that a snapshot was taken of. */
    public static Negotiation restore(NegotiationSnapshot snapshot) {
        return new Negotiation(snapshot);
    }

    /**
     * The negotiation after everything that belongs to one step, such as a reply, its acceptance and what is to be
     * remembered of both. Every event but PAUSE and RESUME ends the waiting for a reply, and the deadline with it.
     *
     * @param now when
     * @throws IllegalTransitionException if an event is not legal after those before it; this value stays as it is
     * @throws dev.parley.domain.value.InvalidValueException if the step has a deadline and no reply is waited for after
     *     it
     */
    public Negotiation after(NegotiationStep step, Instant now) {
        History history = History.of(history());
        int rounds = snapshot.roundCount();
        Instant replyDueAt = snapshot.replyDueAt();
        for (NegotiationEvent event : step.events()) {
            history = appended(history, event, now, step.cause());
            rounds += event == NegotiationEvent.SEND_COUNTER ? 1 : 0;
            replyDueAt = HOLDING.contains(event) ? replyDueAt : null;
        }
        if (step.replyDueAt() != null) {
            replyDueAt = step.replyDueAt();
        }
        Attributes context = context().without(step.remove()).withAll(step.put());
        return next(snapshot.threadId(), rounds, replyDueAt, context, history, now);
    }

    /**
     * The negotiation after several events.
     *
     * @param events what happened, in order
     * @param now when
     * @param cause why, in the caller's words, or null
     * @throws IllegalTransitionException if one of them is not legal after those before it; this value stays as it is
     */
    public Negotiation on(List<NegotiationEvent> events, Instant now, @Nullable String cause) {
        return after(NegotiationStep.of(events, cause), now);
    }

    private History appended(History history, NegotiationEvent event, Instant now, @Nullable String cause) {
        try {
            return history.after(event, now, cause);
        } catch (IllegalTransitionException refused) {
            throw refused.of(id());
        }
    }

    /**
     * The negotiation with its context changed.
     *
     * @param remove names of top-level keys to drop; one that is not there is no error
     * @param put top-level keys to set or replace, after the removal
     * @param now when
     */
    public Negotiation withContext(Collection<String> remove, Attributes put, Instant now) {
        return after(new NegotiationStep(List.of(), null, Set.copyOf(remove), put, null), now);
    }

    /**
     * The negotiation with another deadline for the reply it waits for. Giving it the one it has changes nothing.
     *
     * @param replyDueAt when the time for a reply is over, or null for no deadline
     * @param now when this was decided
     * @throws dev.parley.domain.value.InvalidValueException if no reply is waited for
     */
    public Negotiation withReplyDue(@Nullable Instant replyDueAt, Instant now) {
        Instant due = replyDueAt == null ? null : Timestamps.micros("reply_due_at", replyDueAt);
        if (Objects.equals(due, snapshot.replyDueAt())) {
            return this;
        }
        return next(snapshot.threadId(), roundCount(), due, context(), History.of(history()), now);
    }

    /**
     * The negotiation on its email thread. Binding the thread it is on already changes nothing.
     *
     * @throws ThreadAlreadyBoundException if it is on another
     */
    public Negotiation bind(ThreadId threadId, Instant now) {
        ThreadId bound = snapshot.threadId();
        if (threadId.equals(bound)) {
            return this;
        }
        if (bound != null) {
            throw new ThreadAlreadyBoundException(id(), bound, threadId);
        }
        return next(threadId, roundCount(), snapshot.replyDueAt(), context(), History.of(history()), now);
    }

    private Negotiation next(
            @Nullable ThreadId threadId,
            int roundCount,
            @Nullable Instant replyDueAt,
            Attributes context,
            History history,
            Instant now) {
        // A clock that was set back must not make a change look older than the one before it.
        Instant updatedAt = now.isBefore(snapshot.updatedAt()) ? snapshot.updatedAt() : now;
        NegotiationSnapshot changed = new NegotiationSnapshot(
                id(),
                campaignId(),
                threadId,
                history.machine().state(),
                roundCount,
                replyDueAt,
                context,
                history,
                snapshot.createdAt(),
                updatedAt);
        return new Negotiation(changed);
    }

    /** All there is to know about this negotiation, for a store. */
    public NegotiationSnapshot snapshot() {
        return snapshot;
    }

    /** Which negotiation this is. */
    public NegotiationId id() {
        return snapshot.id();
    }

    /** The campaign it belongs to. */
    public CampaignId campaignId() {
        return snapshot.campaignId();
    }

    /** The email thread it lives on, once that is known. */
    public Optional<ThreadId> threadId() {
        return Optional.ofNullable(snapshot.threadId());
    }

    /** Where it stands. */
    public NegotiationState state() {
        return snapshot.state();
    }

    /** Whether it has ended. */
    public boolean isTerminal() {
        return snapshot.machine().isTerminal();
    }

    /** The events that are legal now. */
    public Set<NegotiationEvent> validEvents() {
        return snapshot.machine().validEvents();
    }

    /** The state that RESUME leads back to, as {@link NegotiationStateMachine#prePauseState}. */
    public Optional<NegotiationState> prePauseState() {
        return snapshot.machine().prePauseState();
    }

    /** How many counter offers were sent. */
    public int roundCount() {
        return snapshot.roundCount();
    }

    /** When the time for a reply is over; empty where there is no deadline. */
    public Optional<Instant> replyDueAt() {
        return Optional.ofNullable(snapshot.replyDueAt());
    }

    /** What the orchestrator keeps with it. */
    public Attributes context() {
        return snapshot.context();
    }

    /** How it came to its state, oldest first. */
    public List<HistoryEntry> history() {
        return snapshot.history();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Negotiation negotiation && snapshot.equals(negotiation.snapshot);
    }

    @Override
    public int hashCode() {
        return snapshot.hashCode();
    }

    @Override
    public String toString() {
        return "Negotiation[" + snapshot + "]";
    }
}
