package dev.parley.domain.negotiation;

import java.time.Instant;
import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a negotiation came to its state, oldest entry first: numbered from 1 without a gap, contiguous, and legal from
 * {@link NegotiationState#INITIAL_OFFER}. It is checked where it grows, so a history that exists is sound. Immutable and
 * thread-safe.
 *
 * <p>Each history is one entry and the history before it, which it shares with all that were appended to that. So
 * appending costs the same however long it is, and two decisions on one history know nothing of each other. An iteration
 * costs time and memory in proportion to its length; {@link #get} and the beginning, {@code subList(0, n)}, cost time in
 * proportion to its logarithm, an end in proportion to the length of the end.
 */
public final class History extends AbstractList<HistoryEntry> {
    private static final History EMPTY = new History();

    private final History previous;
    /** An earlier one, further back the rounder the number of this entry: Myers' applicative random-access stack. */
    private final History jump;

    private final @Nullable HistoryEntry last;
    private final NegotiationStateMachine machine;

    private History() {
        this.previous = this;
        this.jump = this;
        this.last = null;
        this.machine = NegotiationStateMachine.start();
    }

    private History(History previous, HistoryEntry last, NegotiationStateMachine machine) {
        History back = previous.jump;
        boolean equallyFar = previous.size() - back.size() == back.size() - back.jump.size();
        this.previous = previous;
        this.jump = equallyFar ? back.jump : previous;
        this.last = last;
        this.machine = machine;
    }

    /** The history of a negotiation to which nothing has happened. */
    public static History empty() {
        return EMPTY;
    }

    /**
     * Checks entries. A history is returned as it is.
     *
     * @throws InvalidHistoryException if they are no history; it says where and how
     */
    public static History of(List<HistoryEntry> entries) {
        if (entries instanceof History checked) {
            return checked;
        }
        History history = EMPTY;
        for (HistoryEntry entry : entries) {
            history = history.append(entry);
        }
        return history;
    }

    /**
     * This history and one entry more, which was recorded.
     *
     * @throws InvalidHistoryException if the entry does not continue this history; it says how
     */
    public History append(HistoryEntry entry) {
        if (entry.sequence() != size() + 1) {
            throw new InvalidHistoryException(
                    "entry " + (size() + 1) + " is numbered " + entry.sequence() + "; one is missing or doubled");
        }
        return new History(this, entry, machine.link(entry.transition()));
    }

    /**
     * This history and the entry of an event that happens now.
     *
     * @param at when, or null where that is not known
     * @param cause why, in the caller's words, or null
     * @throws IllegalTransitionException if the event is not legal; this history stays as it is
     */
    public History after(NegotiationEvent event, @Nullable Instant at, @Nullable String cause) {
        Transition transition = machine.transition(event);
        HistoryEntry entry = new HistoryEntry(size() + 1, transition, at, cause);
        return new History(this, entry, machine.after(transition));
    }

    /** The state machine at its end. */
    public NegotiationStateMachine machine() {
        return machine;
    }

    @Override
    public int size() {
        return machine.length();
    }

    @Override
    public HistoryEntry get(int index) {
        return upTo(Objects.checkIndex(index, size()) + 1).entry();
    }

    /** A beginning is the very history that the others were appended to. */
    @Override
    public List<HistoryEntry> subList(int from, int to) {
        Objects.checkFromToIndex(from, to, size());
        History end = upTo(to);
        return from == 0 ? end : end.behind(from);
    }

    private List<HistoryEntry> behind(int length) {
        HistoryEntry[] entries = new HistoryEntry[size() - length];
        History end = this;
        for (int i = entries.length - 1; i >= 0; i--) {
            entries[i] = end.entry();
            end = end.previous;
        }
        return List.of(entries);
    }

    private History upTo(int length) {
        History end = this;
        while (end.size() > length) {
            end = end.jump.size() < length ? end.previous : end.jump;
        }
        return end;
    }

    private HistoryEntry entry() {
        return Objects.requireNonNull(last);
    }

    @Override
    public Iterator<HistoryEntry> iterator() {
        return behind(0).iterator();
    }

    @Override
    public ListIterator<HistoryEntry> listIterator(int index) {
        return behind(0).listIterator(index);
    }

    /** As of any list. What two histories share is not compared. */
    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof History history)) {
            return super.equals(other);
        }
        History one = this;
        History two = history;
        while (one.size() == two.size() && one != two) {
            if (!one.entry().equals(two.entry())) {
                return false;
            }
            one = one.previous;
            two = two.previous;
        }
        return one == two;
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
