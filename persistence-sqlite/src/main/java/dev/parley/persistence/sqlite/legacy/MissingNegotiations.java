package dev.parley.persistence.sqlite.legacy;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.UnreadableException;
import dev.parley.persistence.sqlite.legacy.LegacyDatabase.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The negotiations that a store lacks and can take. For one thread at a time. */
final class MissingNegotiations {
    private final List<NegotiationChange> missing = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> refused = new HashSet<>();
    private int alreadyThere;

    private MissingNegotiations() {}

    static MissingNegotiations of(
            List<NegotiationSnapshot> negotiations, MissingCampaigns campaigns, NegotiationStore store) {
        MissingNegotiations missing = new MissingNegotiations();
        for (NegotiationSnapshot negotiation : negotiations) {
            if (isThere(negotiation.id(), store)) {
                missing.alreadyThere++;
            } else if (campaigns.isUnreadable(negotiation.campaignId())) {
                missing.refuse(negotiation, "its campaign is in the store and cannot be read there");
            } else if (isTaken(negotiation.threadId(), store)) {
                missing.refuse(negotiation, "its thread belongs to another negotiation of the store");
            } else {
                missing.missing.add(NegotiationChange.opened(negotiation));
            }
        }
        return missing;
    }

    List<NegotiationChange> missing() {
        return missing;
    }

    int alreadyThere() {
        return alreadyThere;
    }

    /** Whether the store cannot take the negotiation of a row. */
    boolean refuses(String row) {
        return refused.contains(row);
    }

    List<Finding> findings() {
        return findings;
    }

    private static boolean isThere(NegotiationId id, NegotiationStore store) {
        try {
            return store.find(id).isPresent();
        } catch (UnreadableException damaged) {
            return true;
        }
    }

    private static boolean isTaken(@Nullable ThreadId thread, NegotiationStore store) {
        try {
            return thread != null && store.findByThread(thread).isPresent();
        } catch (UnreadableException damaged) {
            return true;
        }
    }

    private void refuse(NegotiationSnapshot negotiation, String reason) {
        refused.add(negotiation.id().value());
        findings.add(new Finding(negotiation.id().value(), reason, false));
    }
}
