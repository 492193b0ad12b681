package dev.parley.cli.desk;

import dev.parley.application.Campaigns;
import dev.parley.application.Negotiations;
import dev.parley.application.Step;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.port.NegotiationNotFoundException;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.StaleRevisionException;
import dev.parley.domain.port.Stored;
import java.time.InstantSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The use cases on one open store, for callers that name a revision only if they care about it.
 *
 * @param campaigns the campaigns of the store
 * @param negotiations the negotiations of the store
 */
public record Desk(Campaigns campaigns, Negotiations negotiations) {
    /** How often a deletion that names no revision is tried while others change the negotiation. */
    private static final int ATTEMPTS = 32;

    /** A desk on a store that the caller closes. */
    public static Desk on(NegotiationStore store, InstantSource clock) {
        return new Desk(new Campaigns(store), new Negotiations(store, clock));
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
     * Commits a step.
     *
     * @param revision the only revision it may be decided on, or null for whichever is the latest
     * @throws StaleRevisionException if another revision is stored, also where the step would be illegal by now
     */
    public Stored<Negotiation> advance(
            NegotiationId id, @Nullable Long revision, Function<Stored<Negotiation>, Step> decision) {
        return revision == null
                ? negotiations.advance(id, decision)
                : negotiations.advance(decision.apply(findAt(id, revision)));
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

    private Stored<Negotiation> findAt(NegotiationId id, long revision) {
        Stored<Negotiation> stored = find(id);
        if (stored.revision() != revision) {
            throw new StaleRevisionException(id, revision, stored.revision());
        }
        return stored;
    }
}
