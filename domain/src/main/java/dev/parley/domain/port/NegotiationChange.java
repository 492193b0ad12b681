package dev.parley.domain.port;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.HistoryEntry;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.value.InvalidValueException;
import java.util.List;

/**
 * What a commit makes of one negotiation.
 *
 * @param snapshot the negotiation as it shall stand
 * @param decidedOn the revision the change was decided on; 0 for a negotiation that is not stored yet
 * @param newEntries how many entries at the end of the snapshot's history are new; the ones before them are stored
 */
public record NegotiationChange(NegotiationSnapshot snapshot, long decidedOn, int newEntries) {
    /**
     * @throws InvalidValueException if the numbers cannot be
     */
    public NegotiationChange {
        if (decidedOn < 0) {
            throw new InvalidValueException("revision", "must be 0 for a new negotiation, or at least 1");
        }
        if (newEntries < 0 || newEntries > snapshot.history().size()) {
            throw new InvalidValueException("new_entries", "must lie between 0 and the length of the history");
        }
        if (decidedOn == 0 && newEntries != snapshot.history().size()) {
            throw new InvalidValueException("new_entries", "must be the whole history of a new negotiation");
        }
    }

    /** A negotiation that is not stored yet, with all the history it has. */
    public static NegotiationChange opened(NegotiationSnapshot snapshot) {
        return new NegotiationChange(snapshot, 0, snapshot.history().size());
    }

    /**
     * A negotiation that has changed since it was read.
     *
     * @param before what was read
     * @param after what shall stand
     * @throws InvalidValueException if it is another negotiation, or its history does not continue the one that was read
     */
    public static NegotiationChange changed(Stored<NegotiationSnapshot> before, NegotiationSnapshot after) {
        if (!after.id().equals(before.value().id())) {
            throw new InvalidValueException(
                    "change",
                    "is of negotiation " + after.id() + ", but "
                            + before.value().id() + " was read");
        }
        List<HistoryEntry> known = before.value().history();
        int length = after.history().size();
        if (length < known.size() || !after.history().subList(0, known.size()).equals(known)) {
            throw new InvalidValueException("history", "does not continue the one that was read; only append to it");
        }
        return new NegotiationChange(after, before.revision(), length - known.size());
    }

    /** Which negotiation. */
    public NegotiationId id() {
        return snapshot.id();
    }

    /** Whether the negotiation is not stored yet. */
    public boolean isNew() {
        return decidedOn == 0;
    }

    /** The revision the negotiation has once this is committed. */
    public long newRevision() {
        return decidedOn + 1;
    }

    /** The history entries to append. */
    public List<HistoryEntry> appended() {
        List<HistoryEntry> history = snapshot.history();
        return history.subList(history.size() - newEntries, history.size());
    }

    /** Whether this change is the step that ends in an agreement. */
    public boolean reachesAgreement() {
        return newEntries > 0 && snapshot.state() == NegotiationState.AGREED;
    }
}
