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
 * @param contextChanged false only if the snapshot's context is the very one that is stored at the revision the change
 *     was decided on, so that a store may leave it as it is; true for a new negotiation
 */
public record NegotiationChange(NegotiationSnapshot snapshot, long decidedOn, int newEntries, boolean contextChanged) {
    /**
     * @throws InvalidValueException if the numbers cannot be, or a new negotiation is said to have its context stored
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
        if (decidedOn == 0 && !contextChanged) {
            throw new InvalidValueException("context_changed", "must be true for a new negotiation");
        }
    }

    /** A change whose context is taken for another, whether it is or not. */
    public NegotiationChange(NegotiationSnapshot snapshot, long decidedOn, int newEntries) {
        this(snapshot, decidedOn, newEntries, true);
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
        // Costs the same however long they are: where one was appended to the other, the beginning is the other.
        if (length < known.size() || !after.history().subList(0, known.size()).equals(known)) {
            throw new InvalidValueException("history", "does not continue the one that was read; only append to it");
        }
        // Contexts that differ in the order of their keys are equal, but the order is kept, too.
        @SuppressWarnings("ReferenceEquality")
        boolean contextChanged = after.context() != before.value().context();
        return new NegotiationChange(after, before.revision(), length - known.size(), contextChanged);
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
