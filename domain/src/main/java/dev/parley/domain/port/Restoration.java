package dev.parley.domain.port;

import dev.parley.domain.message.OwedMessage;
import java.util.List;

/**
 * What a store is to take over as it is, whole or not at all.
 *
 * @param negotiations with everything that is kept of each; their campaigns are registered
 * @param owed messages with how far they have come, each of a negotiation that is stored or part of this
 */
public record Restoration(List<NegotiationCopy> negotiations, List<OwedMessage> owed) {
    /** Copies the lists. */
    public Restoration {
        negotiations = List.copyOf(negotiations);
        owed = List.copyOf(owed);
    }

    /** Negotiations alone. */
    public static Restoration of(List<NegotiationCopy> negotiations) {
        return new Restoration(negotiations, List.of());
    }

    /** Messages of negotiations that are stored. */
    public static Restoration ofOwed(List<OwedMessage> owed) {
        return new Restoration(List.of(), owed);
    }

    /** How much it is. */
    @Override
    public String toString() {
        return "Restoration[" + negotiations.size() + " negotiations, " + owed.size() + " messages]";
    }
}
