package dev.parley.cli.demo;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Stored;
import org.jspecify.annotations.Nullable;

/** What the ledger says about one negotiation: how it was acknowledged last, and what is asked and not answered. */
final class Entry {
    final NegotiationId id;

    /** As the child acknowledged it last; null before it is opened. */
    @Nullable
    Stored<NegotiationSnapshot> acknowledged;

    /** What was asked and is not answered; null while nothing is. */
    @Nullable
    Ask asked;

    Entry(NegotiationId id) {
        this.id = id;
    }

    boolean hasEnded() {
        Stored<NegotiationSnapshot> last = acknowledged;
        return last != null && last.value().state().isTerminal();
    }

    @Nullable
    Negotiation negotiation() {
        Stored<NegotiationSnapshot> last = acknowledged;
        return last == null ? null : Negotiation.restore(last.value());
    }

    /** Whether a negotiation stands exactly one step further, the one that was asked for. */
    boolean isOneStepFurther(Stored<NegotiationSnapshot> found) {
        Ask ask = asked;
        Stored<NegotiationSnapshot> last = acknowledged;
        return ask != null
                && found.revision() == (last == null ? 1 : last.revision() + 1)
                && found.value()
                        .equals(ask.outcome(negotiation(), found.value()).snapshot());
    }
}
