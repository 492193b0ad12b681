package dev.parley.testkit.contract.saving;

import static dev.parley.domain.negotiation.NegotiationEvent.SEND_OFFER;
import static dev.parley.domain.negotiation.NegotiationEvent.STOP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.Stored;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.Steps;
import dev.parley.testkit.desk.Desk;
import dev.parley.testkit.desk.Race;
import dev.parley.testkit.junit.StoreFactory;
import dev.parley.testkit.picture.Exactly;
import dev.parley.testkit.picture.Picture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reading many negotiations, a page at a time. */
interface PagingContract extends StoreFactory {
    @Test
    default void aNewStoreHasOneEmptyPage(NegotiationStore store) {
        Page<Stored<NegotiationSnapshot>> page = store.negotiations(NegotiationFilter.all(), PageRequest.first(10));
        assertEquals(new Page<>(List.of(), List.of(), OptionalLong.empty()), page, "an empty store has no rows");
    }

    @Test
    default void negotiationsComeInTheOrderTheyWereOpened(NegotiationStore store) {
        Desk desk = new Desk(store);
        List<Stored<NegotiationSnapshot>> opened =
                List.of(desk.open("b"), desk.open("c"), desk.open("a"), desk.open("B"));
        Exactly.equal(opened, all(store, 10), "negotiations come in the order they were opened");
    }

    @Test
    default void everyPageSizeMeetsEachRowOnce(NegotiationStore store) {
        List<NegotiationId> opened = new Desk(store).openMany("n", 360);
        for (int limit : List.of(1, 7, 120, 359, 360, 361, PageRequest.MAX_LIMIT)) {
            assertEquals(opened, ids(all(store, limit)), "each row is met exactly once with " + limit + " a page");
        }
    }

    @Test
    default void theLastPageSaysSo(NegotiationStore store) {
        new Desk(store).openMany("n", 6);
        Page<Stored<NegotiationSnapshot>> first = store.negotiations(NegotiationFilter.all(), PageRequest.first(3));
        assertEquals(3, first.rows().size(), "the first page is full");
        assertTrue(first.next().isPresent(), "a page with rows behind it says where they begin");
        PageRequest behind = PageRequest.first(3).from(first.next().orElseThrow());
        Page<Stored<NegotiationSnapshot>> last = store.negotiations(NegotiationFilter.all(), behind);
        assertEquals(3, last.rows().size(), "the last page is full, too");
        assertEquals(OptionalLong.empty(), last.next(), "the last page has no next, even if it is full");
    }

    @Test
    default void aChangeDoesNotMoveARow(NegotiationStore store) {
        Desk desk = new Desk(store);
        Stored<NegotiationSnapshot> first = desk.open("first");
        Stored<NegotiationSnapshot> second = desk.open("second");
        Stored<NegotiationSnapshot> changed = desk.step(first, SEND_OFFER);
        Exactly.equal(List.of(changed, second), all(store, 1), "a negotiation keeps its place when it changes");
    }

    @Test
    default void aStateFilterGivesThatStateAlone(NegotiationStore store) {
        Desk desk = new Desk(store);
        List<Stored<NegotiationSnapshot>> opened = openTwoOfEach(desk);
        for (NegotiationState state : NegotiationState.values()) {
            NegotiationFilter filter = NegotiationFilter.in(state);
            Exactly.equal(
                    opened.stream().filter(one -> one.value().state() == state).toList(),
                    Picture.pages(1, page -> store.negotiations(filter, page)),
                    "a filter by state " + state + " gives what is in that state, and all of it");
        }
    }

    @Test
    default void theActiveOnesAreThoseThatHaveNotEnded(NegotiationStore store) {
        Desk desk = new Desk(store);
        List<Stored<NegotiationSnapshot>> opened = openTwoOfEach(desk);
        Exactly.equal(
                opened.stream().filter(one -> !one.value().state().isTerminal()).toList(),
                Picture.pages(3, page -> store.negotiations(NegotiationFilter.active(), page)),
                "the active filter gives every negotiation that is not terminal");
        Exactly.equal(opened, all(store, 3), "and no filter gives the ended ones, too");
    }

    @Test
    default void aNegotiationThatEndsIsNoLongerActive(NegotiationStore store) {
        Desk desk = new Desk(store);
        Stored<NegotiationSnapshot> goesOn = desk.open("goes on");
        desk.step(desk.open("ends"), STOP);
        Exactly.equal(
                List.of(goesOn),
                Picture.pages(10, page -> store.negotiations(NegotiationFilter.active(), page)),
                "a negotiation that has ended is not active");
    }

    @Test
    default void whatIsUntouchedIsMetOnceWhileOthersAreCommitted(NegotiationStore store) {
        Desk desk = new Desk(store);
        List<NegotiationId> untouched = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            untouched.addAll(desk.openMany("untouched-" + i, 3));
            desk.openMany("touched-" + i, 2);
        }
        List<NegotiationId> met = ids(Picture.pages(4, page -> {
            disturb(desk, page.after());
            return store.negotiations(NegotiationFilter.all(), page);
        }));
        assertEquals(
                untouched,
                met.stream().filter(untouched::contains).toList(),
                "an untouched row is met exactly once, whatever is committed between two pages");
    }

    @Test
    default void whatIsUntouchedIsMetOnceWhileThreadsWrite(NegotiationStore store) {
        Desk desk = new Desk(store);
        List<NegotiationId> untouched = desk.openMany("untouched", 200);
        Race.of(3, number -> {
                    if (number == 0) {
                        for (int i = 0; i < 20; i++) {
                            Stored<NegotiationSnapshot> opened = desk.open("touched-" + i);
                            store.delete(opened.value().id(), opened.revision());
                        }
                    } else {
                        for (int i = 0; i < 20; i++) {
                            List<NegotiationId> met = ids(all(store, 23));
                            met.retainAll(untouched);
                            assertEquals(untouched, met, "an untouched row is met exactly once while threads write");
                        }
                    }
                })
                .mustAllWin("reading pages and writing do not disturb each other");
    }

    @Test
    default void aPageGoesOnBehindADeletedRow(NegotiationStore store) {
        Desk desk = new Desk(store);
        List<NegotiationId> opened = desk.openMany("n", 6);
        Page<Stored<NegotiationSnapshot>> first = store.negotiations(NegotiationFilter.all(), PageRequest.first(3));
        store.delete(opened.get(2), 1);
        PageRequest behind = PageRequest.first(3).from(first.next().orElseThrow());
        assertEquals(
                opened.subList(3, 6),
                ids(store.negotiations(NegotiationFilter.all(), behind).rows()),
                "a page goes on where the last one ended, though its last row is gone");
    }

    /** Opens, changes and deletes negotiations whose names begin with touched. */
    private static void disturb(Desk desk, long round) {
        all(desk.store(), 100).stream()
                .filter(one -> one.value().id().value().startsWith("touched"))
                .limit(2)
                .forEach(one -> desk.store().delete(one.value().id(), one.revision()));
        all(desk.store(), 100).stream()
                .filter(one -> one.value().id().value().startsWith("touched"))
                .limit(2)
                .forEach(one -> desk.commit(Steps.context(one, "touched", true)));
        if (round < 30) {
            desk.open("touched late " + round);
        }
    }

    private static List<Stored<NegotiationSnapshot>> openTwoOfEach(Desk desk) {
        return desk.openAll(Stream.of("one-", "two-")
                .flatMap(prefix -> Arrays.stream(NegotiationState.values())
                        .map(state -> Fixtures.negotiation(prefix + state, state)))
                .toList());
    }

    private static List<Stored<NegotiationSnapshot>> all(NegotiationStore store, int limit) {
        return Picture.pages(limit, page -> store.negotiations(NegotiationFilter.all(), page));
    }

    private static List<NegotiationId> ids(List<Stored<NegotiationSnapshot>> rows) {
        return new ArrayList<>(rows.stream().map(row -> row.value().id()).toList());
    }
}
