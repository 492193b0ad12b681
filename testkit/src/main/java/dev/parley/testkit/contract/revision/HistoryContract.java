package dev.parley.testkit.contract.revision;

import static dev.parley.domain.negotiation.NegotiationEvent.PAUSE;
import static dev.parley.domain.negotiation.NegotiationEvent.RECEIVE_REPLY;
import static dev.parley.domain.negotiation.NegotiationEvent.RESUME;
import static dev.parley.domain.negotiation.NegotiationEvent.SEND_COUNTER;
import static dev.parley.domain.negotiation.NegotiationEvent.SEND_OFFER;
import static dev.parley.domain.negotiation.NegotiationEvent.STOP;
import static dev.parley.domain.negotiation.NegotiationEvent.TIMEOUT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.domain.negotiation.HistoryEntry;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.negotiation.TransitionTable;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Stored;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.Steps;
import dev.parley.testkit.desk.Desk;
import dev.parley.testkit.junit.StoreFactory;
import dev.parley.testkit.picture.Exactly;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The history of a negotiation, which is only ever appended to. */
public interface HistoryContract extends StoreFactory {
    @Test
    default void eachStepIsAppendedToTheHistory(NegotiationStore store) {
        Desk desk = new Desk(store);
        Stored<NegotiationSnapshot> now = desk.open("n");
        for (var event : List.of(SEND_OFFER, TIMEOUT, RECEIVE_REPLY, SEND_COUNTER, RECEIVE_REPLY)) {
            now = desk.step(now, event);
            desk.mustRead(now, "each step appends its entry and keeps those before it");
        }
    }

    @Test
    default void severalEventsOfOneStepAreAppendedInOrder(NegotiationStore store) {
        Desk desk = new Desk(store);
        Stored<NegotiationSnapshot> now = desk.step(desk.open("n"), SEND_OFFER, RECEIVE_REPLY, SEND_COUNTER);
        desk.mustRead(now, "the events of one step are appended in their order, and the revision grows by one");
        now = desk.step(now, RECEIVE_REPLY, SEND_COUNTER);
        assertEquals(2, now.value().roundCount());
        desk.mustRead(now, "and so are those of the next step");
    }

    @Test
    default void aChangeWithoutAnEventAppendsNothing(NegotiationStore store) {
        Desk desk = new Desk(store);
        Stored<NegotiationSnapshot> now = desk.step(desk.open("n"), SEND_OFFER);
        now = desk.commit(Steps.context(now, "note", "no event"));
        desk.mustRead(now, "a change of the context alone leaves the history as it is");
    }

    @Test
    default void anEntryThatIsStoredNeverChanges(NegotiationStore store) {
        Desk desk = new Desk(store);
        Stored<NegotiationSnapshot> sent = desk.step(desk.open("n"), SEND_OFFER);
        HistoryEntry stored = sent.value().history().get(0);
        NegotiationSnapshot honest = Steps.events(sent, RECEIVE_REPLY).snapshot();
        List<HistoryEntry> rewritten = List.of(
                new HistoryEntry(1, stored.transition(), Fixtures.OPENED_AT.plusSeconds(9_999), "rewritten"),
                honest.history().get(1));
        NegotiationSnapshot forged = new NegotiationSnapshot(
                honest.id(),
                honest.campaignId(),
                honest.threadId(),
                honest.state(),
                honest.roundCount(),
                honest.replyDueAt(),
                honest.context(),
                rewritten,
                honest.createdAt(),
                honest.updatedAt());
        store.commit(Commit.of(new NegotiationChange(forged, sent.revision(), 1)));
        Exactly.equal(
                honest.history(),
                desk.read(honest.id()).value().history(),
                "a stored history entry never changes, whatever a later change says of it");
    }

    @Test
    default void timeAndCauseMayBeUnknown(NegotiationStore store) {
        Desk desk = new Desk(store);
        HistoryEntry known = Fixtures.negotiation("n", NegotiationState.AWAITING_REPLY)
                .history()
                .get(0);
        NegotiationSnapshot opened = Fixtures.negotiation("n").snapshot();
        NegotiationSnapshot imported = new NegotiationSnapshot(
                opened.id(),
                opened.campaignId(),
                null,
                NegotiationState.AWAITING_REPLY,
                0,
                null,
                opened.context(),
                List.of(new HistoryEntry(1, known.transition(), null, null)),
                opened.createdAt(),
                opened.updatedAt());
        Stored<NegotiationSnapshot> now = desk.open(Negotiation.restore(imported));
        desk.mustRead(now, "an entry without time and cause reads back without");
        desk.mustRead(desk.step(now, RECEIVE_REPLY), "and stays so when others are appended");
        desk.mustRead(
                desk.open(Fixtures.negotiation("empty").on(List.of(SEND_OFFER), Fixtures.OPENED_AT, "")),
                "an empty cause is not the same as none");
    }

    @Test
    default void everyStateReadsBack(NegotiationStore store) {
        Desk desk = new Desk(store);
        for (NegotiationState state : NegotiationState.values()) {
            Stored<NegotiationSnapshot> now = desk.open("n-" + state);
            for (var event : Steps.shortestWay(state)) {
                now = desk.step(now, event);
            }
            desk.mustRead(now, "a negotiation in state " + state + " reads back as it was committed");
        }
    }

    @Test
    default void aPausedNegotiationRemembersTheStateBefore(NegotiationStore store) {
        Desk desk = new Desk(store);
        for (NegotiationState state : NegotiationState.values()) {
            if (!TransitionTable.validEvents(state).contains(PAUSE)) {
                continue;
            }
            Stored<NegotiationSnapshot> paused = desk.step(desk.openAt(state, "n-" + state), PAUSE);
            Stored<NegotiationSnapshot> read = desk.read(paused.value().id());
            String promise = "a pause in state " + state;
            assertEquals(Optional.of(state), read.value().machine().prePauseState(), promise + " is remembered");
            Stored<NegotiationSnapshot> resumed = desk.step(read, RESUME);
            desk.mustRead(resumed, promise + " can be resumed after loading");
            assertEquals(state, desk.read(paused.value().id()).value().state(), promise + " leads back");
            Stored<NegotiationSnapshot> stopped = desk.step(resumed, PAUSE, STOP);
            assertEquals(
                    Optional.of(state),
                    desk.read(stopped.value().id()).value().machine().prePauseState(),
                    promise + " is known even after the negotiation was stopped while paused");
        }
    }

    @Test
    default void aLongHistoryReadsBackWhole(NegotiationStore store) {
        Desk desk = new Desk(store);
        Negotiation negotiation = Fixtures.negotiation("n");
        for (int i = 0; i < 150; i++) {
            negotiation = negotiation.on(List.of(PAUSE, RESUME), Fixtures.OPENED_AT.plusSeconds(i), "pause " + i);
        }
        Stored<NegotiationSnapshot> now = desk.open(negotiation);
        desk.mustRead(now, "a history of 300 entries reads back whole and in order");
        desk.mustRead(desk.step(now, SEND_OFFER, PAUSE), "and is appended to at its end");
    }
}
