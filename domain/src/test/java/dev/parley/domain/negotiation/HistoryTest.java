package dev.parley.domain.negotiation;

import static dev.parley.domain.negotiation.NegotiationEvent.ACCEPT;
import static dev.parley.domain.negotiation.NegotiationEvent.PAUSE;
import static dev.parley.domain.negotiation.NegotiationEvent.RECEIVE_REPLY;
import static dev.parley.domain.negotiation.NegotiationEvent.RESUME;
import static dev.parley.domain.negotiation.NegotiationEvent.SEND_OFFER;
import static dev.parley.domain.negotiation.NegotiationState.AWAITING_REPLY;
import static dev.parley.domain.negotiation.NegotiationState.COUNTER_RECEIVED;
import static dev.parley.domain.negotiation.NegotiationState.INITIAL_OFFER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.Examples;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final History OFFERED = History.empty().after(SEND_OFFER, Examples.NOON, "go");
    private static final History REPLIED = OFFERED.after(RECEIVE_REPLY, Examples.LATER, null);

    @Test
    void anEventBecomesTheEntryThatRecordsIt() {
        assertEquals(
                List.of(
                        new HistoryEntry(
                                1, new Transition(INITIAL_OFFER, SEND_OFFER, AWAITING_REPLY), Examples.NOON, "go"),
                        new HistoryEntry(
                                2,
                                new Transition(AWAITING_REPLY, RECEIVE_REPLY, COUNTER_RECEIVED),
                                Examples.LATER,
                                null)),
                REPLIED);
    }

    @Test
    void theMachineStandsAtItsEnd() {
        assertSame(NegotiationStateMachine.start(), History.empty().machine());
        assertEquals(NegotiationStateMachine.start().trigger(SEND_OFFER), OFFERED.machine());
        History paused = OFFERED.after(PAUSE, null, null);
        assertEquals(Optional.of(AWAITING_REPLY), paused.machine().prePauseState());
        assertEquals(AWAITING_REPLY, paused.after(RESUME, null, null).machine().state());
    }

    @Test
    void anEventThatIsNotLegalIsRefusedAndChangesNothing() {
        IllegalTransitionException refused =
                assertThrows(IllegalTransitionException.class, () -> OFFERED.after(ACCEPT, Examples.NOON, null));

        assertEquals(ACCEPT, refused.event());
        assertEquals(1, OFFERED.size());
    }

    @Test
    void recordedEntriesMakeTheSameHistoryAgain() {
        History again = History.of(new ArrayList<>(REPLIED));

        assertEquals(REPLIED, again);
        assertEquals(REPLIED.machine(), again.machine());
        assertEquals(REPLIED, OFFERED.append(REPLIED.get(1)));
        assertSame(History.empty(), History.of(List.of()));
    }

    @Test
    void aHistoryIsNotCheckedTwice() {
        assertSame(REPLIED, History.of(REPLIED));
    }

    @Test
    void anEntryOutOfPlaceIsRefused() {
        assertRefused("entry 2 is numbered 1; one is missing or doubled", OFFERED, OFFERED.get(0));
        assertRefused("entry 3 is numbered 2; one is missing or doubled", REPLIED, REPLIED.get(1));
        assertRefused("entry 1 is numbered 2; one is missing or doubled", History.empty(), REPLIED.get(1));
    }

    @Test
    void anEntryThatDoesNotContinueIsRefused() {
        assertRefused(
                "transition 2 (initial_offer -send_offer-> awaiting_reply) does not continue from awaiting_reply",
                OFFERED,
                new HistoryEntry(2, OFFERED.get(0).transition(), null, null));
        assertRefused(
                "transition 2 (awaiting_reply -accept-> counter_received) is not legal",
                OFFERED,
                new HistoryEntry(2, new Transition(AWAITING_REPLY, ACCEPT, COUNTER_RECEIVED), null, null));
    }

    private static void assertRefused(String problem, History history, HistoryEntry entry) {
        InvalidHistoryException refused = assertThrows(InvalidHistoryException.class, () -> history.append(entry));
        assertEquals("history: " + problem, refused.getMessage());
    }

    @Test
    void twoDecisionsOnOneHistoryKnowNothingOfEachOther() {
        History one = OFFERED.after(RECEIVE_REPLY, Examples.NOON, "one");
        History two = OFFERED.after(PAUSE, Examples.NOON, "two");

        assertEquals("one", one.get(1).cause());
        assertEquals("two", two.get(1).cause());
        assertEquals(1, OFFERED.size());
        assertNotEquals(one, two);
    }

    @Test
    void appendingCopiesNothing() {
        History grown = REPLIED.after(PAUSE, null, null).after(RESUME, null, null);

        assertSame(grown, grown.subList(0, 4));
        assertSame(REPLIED, grown.subList(0, 2), "the beginning is the history that was appended to");
        assertSame(OFFERED, grown.subList(0, 1));
        assertSame(History.empty(), grown.subList(0, 0));
    }

    @Test
    void placesOutsideOfItAreRefused() {
        for (int index : new int[] {-1, 2}) {
            assertThrows(IndexOutOfBoundsException.class, () -> REPLIED.get(index));
        }
        assertThrows(IndexOutOfBoundsException.class, () -> REPLIED.subList(0, 3));
        assertThrows(IndexOutOfBoundsException.class, () -> REPLIED.subList(-1, 1));
        assertThrows(IndexOutOfBoundsException.class, () -> REPLIED.subList(2, 1));
        assertThrows(IndexOutOfBoundsException.class, () -> REPLIED.listIterator(3));
        assertThrows(IndexOutOfBoundsException.class, () -> History.empty().get(0));
    }

    @Test
    void nobodyCanChangeIt() {
        List<Consumer<List<HistoryEntry>>> changes = List.of(
                list -> list.add(OFFERED.get(0)),
                list -> list.add(0, OFFERED.get(0)),
                list -> list.addAll(OFFERED),
                list -> list.set(0, REPLIED.get(1)),
                list -> list.remove(0),
                list -> list.remove(list.get(0)),
                List::clear,
                list -> list.removeIf(entry -> true),
                list -> list.replaceAll(entry -> entry),
                list -> list.sort(Comparator.comparing(HistoryEntry::sequence)),
                HistoryTest::removeFirst,
                list -> {
                    ListIterator<HistoryEntry> entries = list.listIterator();
                    entries.set(entries.next());
                });
        for (List<HistoryEntry> list : List.of(REPLIED, REPLIED.subList(0, 1), REPLIED.subList(1, 2))) {
            for (Consumer<List<HistoryEntry>> change : changes) {
                List<HistoryEntry> before = new ArrayList<>(list);
                assertThrows(UnsupportedOperationException.class, () -> change.accept(list));
                assertEquals(before, list);
            }
        }
    }

    private static void removeFirst(List<HistoryEntry> list) {
        Iterator<HistoryEntry> entries = list.iterator();
        entries.next();
        entries.remove();
    }

    @Test
    void itEqualsAnyListOfTheSameEntries() {
        List<HistoryEntry> plain = List.copyOf(REPLIED);

        assertTrue(REPLIED.equals(plain) && plain.equals(REPLIED));
        assertEquals(plain.hashCode(), REPLIED.hashCode());
        assertNotEquals(OFFERED, REPLIED);
        assertNotEquals(REPLIED, OFFERED);
        assertNotEquals((Object) REPLIED, "a text");
        assertNotEquals(
                OFFERED.after(RECEIVE_REPLY, Examples.LATER, "another cause"),
                REPLIED,
                "the latest entries are compared");
        History otherBeginning = History.empty()
                .after(SEND_OFFER, Examples.NOON, "another cause")
                .append(REPLIED.get(1));
        assertNotEquals(otherBeginning, REPLIED, "the first entries, too");
    }

    @Test
    void theTextFormHidesTheCauses() {
        assertEquals(
                "[1: initial_offer -send_offer-> awaiting_reply at 2025-03-01T12:00:00Z,"
                        + " 2: awaiting_reply -receive_reply-> counter_received at 2025-03-01T12:01:00Z]",
                REPLIED.toString());
    }
}
