package dev.parley.testkit.contract.inbox;

import static dev.parley.domain.negotiation.NegotiationEvent.RECEIVE_REPLY;
import static dev.parley.domain.negotiation.NegotiationEvent.SEND_OFFER;
import static dev.parley.domain.negotiation.NegotiationEvent.STOP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.identity.IdempotencyKey;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.DuplicateStepException;
import dev.parley.domain.port.NamedStep;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.RecordedStep;
import dev.parley.domain.port.StepConflictException;
import dev.parley.domain.port.Stored;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.Steps;
import dev.parley.testkit.desk.Desk;
import dev.parley.testkit.desk.HostileContent;
import dev.parley.testkit.desk.Race;
import dev.parley.testkit.junit.StoreFactory;
import dev.parley.testkit.picture.Exactly;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What came of steps that were committed under a name, as it is told to those who repeat them. */
interface RecordedStepContract extends StoreFactory {
    @Test
    default void aRepeatedStepIsToldWhatCameOfTheFirst(NegotiationStore store) {
        Desk desk = new Desk(store);
        NegotiationChange change = Steps.events(desk.open("n"), SEND_OFFER);
        RecordedStep recorded = commit(store, change, Fixtures.step("step"));
        desk.step(desk.step(Desk.after(change), RECEIVE_REPLY), STOP);
        DuplicateStepException refused = assertThrows(
                DuplicateStepException.class,
                () -> store.commit(Commit.of(change).named(Fixtures.step("step"))),
                "a step that was committed already is refused, however far the negotiation has come");
        Exactly.equal(recorded, refused.recorded(), "the refusal names what came of the step when it was committed");
        assertEquals(change.id(), refused.negotiationId(), "the refusal names the negotiation");
        mustHaveRecorded(recorded, change.id(), store);
    }

    @Test
    default void aStepOfOtherContentIsAConflict(NegotiationStore store) {
        Desk desk = new Desk(store);
        NegotiationChange change = Steps.events(desk.open("n"), SEND_OFFER);
        NamedStep name = Fixtures.step("step");
        RecordedStep recorded = commit(store, change, name);
        Stored<NegotiationSnapshot> now = Desk.after(change);
        Stream.of(name.fingerprint() + " ", name.fingerprint().toUpperCase(Locale.ROOT), "another")
                .map(fingerprint -> new NamedStep(name.key(), fingerprint))
                .forEach(other -> {
                    StepConflictException refused = assertThrows(
                            StepConflictException.class,
                            () -> store.commit(
                                    Commit.of(Steps.events(now, RECEIVE_REPLY)).named(other)),
                            "another step of the same name is a conflict, not a repetition");
                    Exactly.equal(recorded, refused.recorded(), "the refusal names what came of the first");
                    assertEquals(change.id(), refused.negotiationId(), "the refusal names the negotiation");
                });
        desk.mustRead(now, "a conflicting step changes nothing");
        mustHaveRecorded(recorded, change.id(), store);
    }

    @Test
    default void aStepIsFoundByItsNameInItsNegotiation(NegotiationStore store) {
        Desk desk = new Desk(store);
        NegotiationChange first = Steps.events(desk.open("n"), SEND_OFFER);
        NegotiationChange second = Steps.events(Desk.after(first), RECEIVE_REPLY);
        RecordedStep one = commit(store, first, Fixtures.step("one"));
        RecordedStep two = commit(store, second, Fixtures.step("two"));
        desk.open("other");
        mustHaveRecorded(one, first.id(), store);
        mustHaveRecorded(two, first.id(), store);
        for (String unknown : List.of("three", "One", "one ")) {
            assertEquals(
                    Optional.empty(),
                    store.findStep(first.id(), new IdempotencyKey(unknown)),
                    "a step that was not committed is not found");
        }
        for (String elsewhere : List.of("other", "unknown")) {
            assertEquals(
                    Optional.empty(),
                    store.findStep(new NegotiationId(elsewhere), one.step().key()),
                    "nor is one of another negotiation");
        }
    }

    @Test
    default void anOpeningIsRecordedAtRevisionOne(NegotiationStore store) {
        new Desk(store).register(Fixtures.CAMPAIGN.value());
        NegotiationChange opened =
                NegotiationChange.opened(Fixtures.negotiation("n").snapshot());
        RecordedStep recorded = commit(store, opened, Fixtures.step("open"));
        mustHaveRecorded(recorded, opened.id(), store);
        DuplicateStepException refused = assertThrows(
                DuplicateStepException.class,
                () -> store.commit(Commit.of(opened).named(Fixtures.step("open"))),
                "an opening that is repeated is known by its name, before the negotiation is found to exist");
        Exactly.equal(recorded, refused.recorded(), "the refusal names what came of the opening");
    }

    @Test
    default void namesAndFingerprintsReadBackAsTheyWere(NegotiationStore store) {
        Desk desk = new Desk(store);
        Stored<NegotiationSnapshot> now = desk.open("n");
        List<String> names = Stream.concat(HostileContent.lookAlikes().stream(), HostileContent.texts().stream())
                .filter(text -> text.chars().noneMatch(Character::isISOControl))
                .toList();
        for (String name : names) {
            NegotiationChange change = Steps.context(now, "step", name);
            RecordedStep recorded = commit(store, change, new NamedStep(new IdempotencyKey(name), name));
            mustHaveRecorded(recorded, change.id(), store);
            now = Desk.after(change);
        }
        for (String fingerprint : List.of("x".repeat(200), "語".repeat(200), "😀".repeat(100), "a\u0000b\n")) {
            NegotiationChange change = Steps.context(now, "step", fingerprint);
            RecordedStep recorded =
                    commit(store, change, new NamedStep(new IdempotencyKey("at " + now.revision()), fingerprint));
            mustHaveRecorded(recorded, change.id(), store);
            now = Desk.after(change);
        }
    }

    @RepeatedTest(3)
    default void ofManyThreadsThatTakeOneStepExactlyOneIsCommitted(NegotiationStore store) {
        Desk desk = new Desk(store);
        Stored<NegotiationSnapshot> opened = desk.open("n");
        NamedStep name = Fixtures.step("reply 7");
        List<NegotiationChange> rivals = IntStream.range(0, Race.THREADS)
                .mapToObj(number -> Steps.context(opened, "winner", number))
                .toList();
        Race race = Race.of(
                Race.THREADS,
                number -> store.commit(Commit.of(rivals.get(number)).named(name)));
        int winner = race.onlyWinner(
                DuplicateStepException.class,
                "of threads that take one step one is committed, the others are told so, not that they are stale");
        RecordedStep recorded = recorded(rivals.get(winner), name);
        race.losses()
                .forEach(loss -> Exactly.equal(
                        recorded,
                        ((DuplicateStepException) loss).recorded(),
                        "each is told what came of the one that was committed"));
        desk.mustRead(Desk.after(rivals.get(winner)), "the winner of the race reads back");
    }

    @Test
    default void aDeletedNegotiationForgetsItsSteps(NegotiationStore store) {
        Desk desk = new Desk(store);
        NegotiationChange change = Steps.events(desk.open("n"), SEND_OFFER);
        RecordedStep recorded = commit(store, change, Fixtures.step("step"));
        store.delete(change.id(), 2);
        assertEquals(
                Optional.empty(),
                store.findStep(change.id(), recorded.step().key()),
                "the steps of a deleted negotiation are not found");
        Stored<NegotiationSnapshot> reopened = desk.open("n");
        assertEquals(
                Optional.empty(),
                store.findStep(change.id(), recorded.step().key()),
                "nor when another is opened under its id");
        NegotiationChange again = Steps.events(reopened, STOP);
        mustHaveRecorded(commit(store, again, Fixtures.step("step")), again.id(), store);
    }

    /** Commits a change under a name, and says what must be recorded of it. */
    private static RecordedStep commit(NegotiationStore store, NegotiationChange change, NamedStep name) {
        store.commit(Commit.of(change).named(name));
        return recorded(change, name);
    }

    private static RecordedStep recorded(NegotiationChange change, NamedStep name) {
        NegotiationSnapshot after = change.snapshot();
        return new RecordedStep(name, change.newRevision(), after.state(), after.updatedAt());
    }

    private static void mustHaveRecorded(RecordedStep recorded, NegotiationId id, NegotiationStore store) {
        Exactly.equal(
                Optional.of(recorded),
                store.findStep(id, recorded.step().key()),
                "what came of a step reads back as it was when the step was committed");
    }
}
