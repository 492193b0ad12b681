package dev.parley.cli.desk;

import dev.parley.application.Advanced;
import dev.parley.application.Campaigns;
import dev.parley.application.Negotiations;
import dev.parley.application.Step;
import dev.parley.application.delivery.Deliveries;
import dev.parley.domain.identity.IdempotencyKey;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.port.NegotiationNotFoundException;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Quarantine;
import dev.parley.domain.port.StaleRevisionException;
import dev.parley.domain.port.Stored;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The use cases on one open store, for callers that name a revision only if they care about it.
 *
 * @param campaigns the campaigns of the store
 * @param negotiations the negotiations of the store
 * @param deliveries the messages that are owed
 * @param quarantine the rows that cannot be read
 * @param clock tells what is due
 */
public record Desk(
        Campaigns campaigns,
        Negotiations negotiations,
        Deliveries deliveries,
        Quarantine quarantine,
        InstantSource clock) {
    /** How often a deletion that names no revision is tried while others change the negotiation. */
    private static final int ATTEMPTS = 32;

    /** A desk on a store that the caller closes. */
    public static Desk on(NegotiationStore store, InstantSource clock) {
        return new Desk(
                new Campaigns(store), new Negotiations(store, clock), new Deliveries(store, clock), store, clock);
    }

    /**
     * The negotiation as it stands.
     *
     * @throws NegotiationNotFoundException if it is not stored
     */
    public Stored<Negotiation> find(NegotiationId id) {
        return negotiations.find(id).orElseThrow(() -> new NegotiationNotFoundException(id));
    }

    /**
     * Commits a step. One that was committed before under its key is answered with what came of it, whatever revision
     * is stored by now.
     *
     * @param revision the only revision it may be decided on, or null for whichever is the latest
     * @throws StaleRevisionException if another revision is stored, also where the step would be illegal by now
     */
    public Advanced advance(NegotiationId id, @Nullable Long revision, Function<Stored<Negotiation>, Step> decision) {
        if (revision == null) {
            return negotiations.advance(id, decision);
        }
        Stored<Negotiation> latest = find(id);
        if (latest.revision() != revision && !isRepeated(decision.apply(latest))) {
            throw new StaleRevisionException(id, revision, latest.revision());
        }
        // Decided on the revision that was named, so that nothing but a repetition passes on another.
        return negotiations.advance(decision.apply(new Stored<>(latest.value(), revision)));
    }

    private boolean isRepeated(Step step) {
        IdempotencyKey key = step.key();
        return key != null
                && negotiations.findStep(step.decidedOn().value().id(), key).isPresent();
    }

    /**
     * Deletes a negotiation.
     *
     * @param revision the only revision that may be deleted, or null for whichever is the latest
     * @return the negotiation as it was
     * @throws StaleRevisionException if another revision is stored
     */
    public Stored<Negotiation> delete(NegotiationId id, @Nullable Long revision) {
        for (int attempt = 1; ; attempt++) {
            Stored<Negotiation> last = revision == null ? find(id) : findAt(id, revision);
            try {
                negotiations.delete(last);
                return last;
            } catch (StaleRevisionException somebodyWasFaster) {
                if (revision != null || attempt == ATTEMPTS) {
                    throw somebodyWasFaster;
                }
            }
        }
    }

    /**
     * The messages that a negotiation owes or has sent.
     *
     * @throws NegotiationNotFoundException if it is not stored: a mistyped id must not look like one that owes nothing
     */
    public List<OwedMessage> owedBy(NegotiationId id) {
        List<OwedMessage> owed = deliveries.of(id);
        if (owed.isEmpty()) {
            find(id);
        }
        return owed;
    }

    private Stored<Negotiation> findAt(NegotiationId id, long revision) {
        Stored<Negotiation> stored = find(id);
        if (stored.revision() != revision) {
            throw new StaleRevisionException(id, revision, stored.revision());
        }
        return stored;
    }
}
