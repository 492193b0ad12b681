package dev.parley.testkit.contract.recovery;

import static dev.parley.testkit.desk.Dispatch.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.QuarantinedRow;
import dev.parley.domain.port.StoreException;
import dev.parley.domain.port.Stored;
import dev.parley.domain.port.UnreadableException;
import dev.parley.domain.port.UnreadableRow;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.desk.Desk;
import dev.parley.testkit.desk.Dispatch;
import dev.parley.testkit.junit.DamageableStoreFactory;
import dev.parley.testkit.picture.Exactly;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Rows that cannot be read: each is named and kept, and stops nothing else. For a store in which a test can damage them;
 * one that keeps nothing but memory has none.
 */
public interface DamagedRowsContract extends DamageableStoreFactory {
    @Test
    default void aDamagedRowIsNamedAndStopsNoOther(NegotiationStore store) throws Exception {
        Desk desk = new Desk(store);
        Stored<NegotiationSnapshot> before = desk.open("before");
        NegotiationId damaged = desk.open("damaged").value().id();
        Stored<NegotiationSnapshot> behind = desk.open("behind");
        damage(damaged);
        Page<Stored<NegotiationSnapshot>> page = store.negotiations(NegotiationFilter.active(), PageRequest.first(10));
        Exactly.equal(
                List.of(before, behind), page.rows(), "what can be read is given back, whatever stands beside it");
        assertEquals(List.of("damaged"), ids(page.unreadable()), "a page names what cannot be read");
        assertEquals(
                List.of("damaged"),
                ids(store.outlines(NegotiationFilter.active(), PageRequest.first(10))
                        .unreadable()),
                "a page of outlines names what cannot be read");
        desk.mustRead(before, "what can be read is found by its id");
    }

    @Test
    default void aDamagedRowIsNeverReadAsAnother(NegotiationStore store) throws Exception {
        NegotiationId id = new Desk(store).openOn("thread", "damaged").value().id();
        damage(id);
        assertEquals("damaged", unreadable(store, id).id(), "the refusal names what cannot be read");
        assertThrows(
                UnreadableException.class,
                () -> store.findByThread(new ThreadId("thread")),
                "what cannot be read is not passed off as something else, nor as nothing, by its thread");
    }

    @Test
    default void theIdAndTheThreadOfADamagedRowStayTaken(NegotiationStore store) throws Exception {
        Desk desk = new Desk(store);
        Stored<NegotiationSnapshot> opened = desk.openOn("thread", "damaged");
        damage(opened.value().id());
        for (NegotiationSnapshot late : List.of(
                Fixtures.negotiation("damaged").snapshot(),
                Fixtures.negotiation("late", Fixtures.CAMPAIGN, "thread").snapshot())) {
            assertThrows(
                    StoreException.class,
                    () -> store.commit(Commit.of(NegotiationChange.opened(late))),
                    "nobody takes the place of what cannot be read");
        }
        repair(opened.value().id());
        desk.mustRead(opened, "what was damaged is there as it was, once it is repaired");
    }

    @Test
    default void aDamagedRowStaysInQuarantineUntilItIsRepaired(NegotiationStore store) throws Exception {
        Desk desk = new Desk(store);
        Stored<NegotiationSnapshot> opened = desk.open("damaged");
        NegotiationId id = opened.value().id();
        damage(id);
        UnreadableRow row = unreadable(store, id);
        store.quarantine(row, at(1));
        store.quarantine(row, at(2));
        QuarantinedRow kept = only(store);
        assertEquals(row, kept.row(), "the row in quarantine is the one that was found");
        assertEquals(at(1), kept.since(), "a row stays in quarantine as it was first found");
        assertEquals(Optional.of(kept), store.findQuarantined(kept.number()), "a page and a look-up by number agree");
        assertEquals(1, store.backlog(at(2)).quarantined(), "a row in quarantine waits to be looked after");
        assertThrows(
                UnreadableException.class,
                () -> store.release(kept.number()),
                "a row that still cannot be read is not released");
        assertEquals(kept, only(store), "a row that is not released stays as it is");
        repair(id);
        store.release(kept.number());
        assertEquals(0, store.backlog(at(3)).quarantined(), "a row that can be read again is released");
        desk.mustRead(opened, "what was damaged is there as it was, once it is repaired");
    }

    @Test
    default void whatOthersOweIsSentThoughARowIsDamaged(NegotiationStore store) throws Exception {
        Dispatch dispatch = new Dispatch(store);
        OwedMessage owed = dispatch.owe("sound", "m");
        NegotiationId damaged = new Desk(store).open("damaged").value().id();
        damage(damaged);
        dispatch.mustClaim(owed, at(0), "a message of a negotiation that can be read is given out");
        assertEquals(1, store.backlog(at(0)).owed(), "what is owed is counted, whatever cannot be read");
    }

    private static UnreadableRow unreadable(NegotiationStore store, NegotiationId id) {
        return assertThrows(
                        UnreadableException.class,
                        () -> store.find(id),
                        "what cannot be read is not passed off as something else, nor as nothing")
                .row();
    }

    private static List<String> ids(List<UnreadableRow> rows) {
        return rows.stream().map(UnreadableRow::id).toList();
    }

    private static QuarantinedRow only(NegotiationStore store) {
        List<QuarantinedRow> rows = store.quarantined(PageRequest.first(10)).rows();
        assertEquals(1, rows.size(), "a row is in quarantine once");
        return rows.get(0);
    }
}
