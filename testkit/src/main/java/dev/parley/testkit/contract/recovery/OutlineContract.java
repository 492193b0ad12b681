package dev.parley.testkit.contract.recovery;

import static dev.parley.domain.negotiation.NegotiationEvent.PAUSE;
import static dev.parley.domain.negotiation.NegotiationEvent.RECEIVE_REPLY;
import static dev.parley.domain.negotiation.NegotiationEvent.SEND_COUNTER;
import static dev.parley.domain.negotiation.NegotiationEvent.SEND_OFFER;
import static dev.parley.domain.negotiation.NegotiationEvent.STOP;
import static dev.parley.testkit.desk.Dispatch.at;
import static dev.parley.testkit.desk.Dispatch.justBefore;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.NegotiationOutline;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.Stored;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.Steps;
import dev.parley.testkit.desk.Desk;
import dev.parley.testkit.desk.Dispatch;
import dev.parley.testkit.desk.HostileContent;
import dev.parley.testkit.junit.StoreFactory;
import dev.parley.testkit.picture.Exactly;
import dev.parley.testkit.picture.OutlinePicture;
import dev.parley.testkit.picture.Picture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Negotiations in outline, which say what the whole ones do. */
interface OutlineContract extends StoreFactory {
    @Test
    default void aNewStoreHasNoOutlines(NegotiationStore store) {
        Page<Stored<NegotiationOutline>> page = store.outlines(NegotiationFilter.all(), PageRequest.first(10));
        assertEquals(new Page<>(List.of(), List.of(), OptionalLong.empty()), page, "an empty store has no outlines");
    }

    @Test
    default void outlinesSayWhatTheWholeNegotiationsDo(NegotiationStore store) {
        Desk desk = new Desk(store);
        for (NegotiationState state : NegotiationState.values()) {
            desk.openAt(state, "at " + state);
            desk.open(Fixtures.negotiation("opened at " + state, state));
        }
        desk.commit(Steps.bound(desk.open("bound"), "late thread"));
        desk.step(desk.openOn("thread", "countered"), SEND_OFFER, RECEIVE_REPLY, SEND_COUNTER);
        for (Instant due : HostileContent.instants()) {
            desk.commit(Steps.replyDue(desk.openAt(NegotiationState.AWAITING_REPLY, "due " + due), due));
        }
        desk.step(desk.open(waiting("on hold")), PAUSE);
        List<NegotiationFilter> filters = new ArrayList<>(List.of(
                NegotiationFilter.all(),
                NegotiationFilter.active(),
                NegotiationFilter.overdue(justBefore(at(10))),
                NegotiationFilter.overdue(at(10)),
                NegotiationFilter.overdue(Dispatch.END_OF_TIME)));
        Stream.of(NegotiationState.values()).map(NegotiationFilter::in).forEach(filters::add);
        for (NegotiationFilter filter : filters) {
            for (int limit : List.of(1, 7, PageRequest.MAX_LIMIT)) {
                Exactly.equal(
                        OutlinePicture.expected(Picture.pages(limit, page -> store.negotiations(filter, page))),
                        OutlinePicture.pages(limit, filter, store),
                        "outlines say what the whole negotiations do, in the same order, for " + filter);
            }
        }
    }

    @Test
    default void anOutlineIsOfTheLastCommit(NegotiationStore store) {
        Desk desk = new Desk(store);
        Stored<NegotiationSnapshot> first = desk.open("first");
        Stored<NegotiationSnapshot> second = desk.open("second");
        mustOutline(List.of(first, second), store, "what was opened is there in outline");
        first = desk.step(first, SEND_OFFER, RECEIVE_REPLY, SEND_COUNTER);
        mustOutline(List.of(first, second), store, "an outline is of the last commit, and keeps its place");
        second = desk.commit(Steps.context(second, "next_cpm", "none"));
        mustOutline(List.of(first, second), store, "its context, too");
        store.delete(first.value().id(), first.revision());
        mustOutline(List.of(second), store, "what is deleted is there no more");
        desk.step(second, STOP);
        Exactly.equal(
                List.of(),
                OutlinePicture.pages(10, NegotiationFilter.active(), store),
                "what has ended is not among the active ones");
    }

    @TestFactory
    default Stream<DynamicTest> aContextIsDecodedAsItWas(NegotiationStore store) {
        Desk desk = new Desk(store);
        return HostileContent.attributes().entrySet().stream()
                .map(peculiar -> dynamicTest(peculiar.getKey(), () -> {
                    Stored<NegotiationSnapshot> opened = desk.open(Negotiation.open(
                            new NegotiationId(peculiar.getKey()),
                            Fixtures.CAMPAIGN,
                            null,
                            peculiar.getValue(),
                            Fixtures.OPENED_AT));
                    NegotiationOutline outline = only(store);
                    for (int times = 0; times < 2; times++) {
                        Exactly.equal(
                                peculiar.getValue(), outline.context(), "a context is decoded as often as it is asked");
                    }
                    store.delete(opened.value().id(), opened.revision());
                }));
    }

    @Test
    default void anOutlineStaysAsItWasRead(NegotiationStore store) {
        Desk desk = new Desk(store);
        Stored<NegotiationSnapshot> opened = desk.open("n");
        NegotiationOutline outline = only(store);
        Stored<NegotiationSnapshot> changed = desk.commit(Steps.context(opened, "next_cpm", "changed"));
        mustSay(opened, outline, "an outline stays as it was read, its context included");
        store.delete(changed.value().id(), changed.revision());
        mustSay(opened, outline, "even if the negotiation is deleted");
        store.close();
        mustSay(opened, outline, "or the store closed");
    }

    @Test
    default void outlinesGoOnBehindADeletedRow(NegotiationStore store) {
        List<NegotiationId> opened = new Desk(store).openMany("n", 6);
        Page<Stored<NegotiationOutline>> first = store.outlines(NegotiationFilter.all(), PageRequest.first(3));
        store.delete(opened.get(2), 1);
        PageRequest behind = PageRequest.first(3).from(first.next().orElseThrow());
        Page<Stored<NegotiationOutline>> last = store.outlines(NegotiationFilter.all(), behind);
        assertEquals(
                opened.subList(3, 6),
                last.rows().stream().map(row -> row.value().id()).toList(),
                "outlines go on where the last page ended, though its last row is gone");
        assertEquals(OptionalLong.empty(), last.next(), "the last page has no next, even if it is full");
    }

    private static Negotiation waiting(String id) {
        Negotiation waiting = Fixtures.negotiation(id, NegotiationState.AWAITING_REPLY);
        return waiting.withReplyDue(at(10), at(5));
    }

    private static NegotiationOutline only(NegotiationStore store) {
        return store.outlines(NegotiationFilter.all(), PageRequest.first(1))
                .rows()
                .get(0)
                .value();
    }

    private static void mustOutline(
            List<Stored<NegotiationSnapshot>> expected, NegotiationStore store, String promise) {
        Exactly.equal(
                OutlinePicture.expected(expected), OutlinePicture.pages(1, NegotiationFilter.all(), store), promise);
    }

    private static void mustSay(Stored<NegotiationSnapshot> expected, NegotiationOutline outline, String promise) {
        Exactly.equal(OutlinePicture.expected(List.of(expected)).get(0).value(), OutlinePicture.of(outline), promise);
    }
}
