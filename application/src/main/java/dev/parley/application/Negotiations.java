package dev.parley.application;

import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.campaign.CpmAgreement;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.message.InboundMessage;
import dev.parley.domain.message.OutboundMessage;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.NegotiationNotFoundException;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.StaleRevisionException;
import dev.parley.domain.port.Stored;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
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
     * Commits a decision: events, changes of the context, an agreement and messages, all or nothing.
     *
     * @return the negotiation after the step
     * @throws dev.parley.domain.negotiation.IllegalTransitionException if an event is not legal
     * @throws StaleRevisionException if the negotiation has changed since it was read; decide anew
     * @throws NegotiationNotFoundException if it was deleted since it was read
     * @throws dev.parley.domain.campaign.AgreementConflictException if the negotiation's agreement stands otherwise
     * @throws dev.parley.domain.value.InvalidValueException if the step is empty, or has an agreement that its events
     *     do not reach
     */
    public Stored<Negotiation> advance(Step step) {
        step.requireSubstance();
        Instant now = clock.instant();
        Negotiation before = step.decidedOn().value();
        Negotiation after = before.on(step.events(), now, step.cause()).withContext(step.remove(), step.put(), now);
        NegotiationChange change =
                NegotiationChange.changed(step.decidedOn().map(Negotiation::snapshot), after.snapshot());
        store.commit(Commit.of(change)
                .withAgreements(agreements(step.agreement(), after))
                .withMessages(handled(step, after.id()), owed(step, after.id(), now))
                .withKey(step.key()));
        return new Stored<>(after, change.newRevision());
    }

    /**
     * Decides on a negotiation as it stands, and decides anew if somebody else was faster. For decisions that are made
     * at once and hold for any revision, such as a human's "stop".
     *
     * @param decision makes a step of the negotiation it is given; may be called several times
     * @return the negotiation after the step
     * @throws NegotiationNotFoundException if it is not stored
     * @throws StaleRevisionException if somebody else was faster time and again
     */
    public Stored<Negotiation> advance(NegotiationId id, Function<Stored<Negotiation>, Step> decision) {
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
        return onLatest(id, stored -> {
            Negotiation bound = stored.value().bind(threadId, clock.instant());
            if (bound.equals(stored.value())) {
                return stored;
            }
            NegotiationChange change = NegotiationChange.changed(stored.map(Negotiation::snapshot), bound.snapshot());
            store.commit(Commit.of(change));
            return new Stored<>(bound, change.newRevision());
        });
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
     * Gives back everything in flight, for a start after a crash. It may be called again at any time, changes nothing,
     * and holds one page in memory at a time. A row that cannot be read is named in the report and does not stop the
     * others.
     *
     * @param onRecovered is given each negotiation that has not ended, in the order they were opened
     */
    public RecoveryReport recover(Consumer<? super Stored<Negotiation>> onRecovered) {
        return new Recovery(store, onRecovered).run();
    }

    private Stored<Negotiation> trigger(NegotiationId id, NegotiationEvent event, @Nullable String cause) {
        return advance(id, stored -> Step.on(stored, event).because(cause));
    }

    private Stored<Negotiation> onLatest(NegotiationId id, Function<Stored<Negotiation>, Stored<Negotiation>> change) {
        for (int attempt = 1; ; attempt++) {
            Stored<Negotiation> latest = find(id).orElseThrow(() -> new NegotiationNotFoundException(id));
            try {
                return change.apply(latest);
            } catch (StaleRevisionException somebodyWasFaster) {
                if (attempt == ATTEMPTS) {
                    throw somebodyWasFaster;
                }
            }
        }
    }

    private static List<CpmAgreement> agreements(@Nullable AgreedTerms terms, Negotiation agreed) {
        return terms == null
                ? List.of()
                : List.of(CpmAgreement.negotiated(
                        agreed.campaignId(), agreed.id(), terms.cpm(), terms.engagementRate(), terms.impressions()));
    }

    private static List<InboundMessage> handled(Step step, NegotiationId id) {
        return step.handled().stream()
                .map(message -> new InboundMessage(message.id(), id, message.at(), message.content()))
                .toList();
    }

    private static List<OutboundMessage> owed(Step step, NegotiationId id, Instant now) {
        return step.owed().stream()
                .map(message -> new OutboundMessage(message.id(), id, now, message.content()))
                .toList();
    }
}
