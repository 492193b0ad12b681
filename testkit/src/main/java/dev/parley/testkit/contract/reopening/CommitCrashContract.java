package dev.parley.testkit.contract.reopening;

import static dev.parley.domain.negotiation.NegotiationEvent.SEND_OFFER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.CommitRefusedException;
import dev.parley.domain.port.DuplicateStepException;
import dev.parley.domain.port.NamedStep;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Stored;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.InMemoryNegotiationStore;
import dev.parley.testkit.Steps;
import dev.parley.testkit.desk.Desk;
import dev.parley.testkit.desk.Everything;
import dev.parley.testkit.junit.ReopenableStoreFactory;
import dev.parley.testkit.picture.Exactly;
import dev.parley.testkit.picture.Picture;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A client that dies just before its commit, or just after it and before it is told. */
interface CommitCrashContract extends ReopenableStoreFactory {
    @Test
    default void aClientThatDiesBeforeItsCommitLeavesNothingOfIt(NegotiationStore client) throws Exception {
        Everything decided = Everything.in(client);
        Picture before = Picture.of(client);
        kill(client);
        try (NegotiationStore next = reopen()) {
            Exactly.equal(before, Picture.of(next), "what was decided and not committed leaves nothing");
            next.commit(decided.commit());
            decided.mustBeIn(next, "what a dead client had decided may be committed by the next");
        }
    }

    @Test
    default void aClientThatDiesBeforeItIsToldLeavesAllOfItsCommit(NegotiationStore client) throws Exception {
        Everything committed = Everything.in(client);
        client.commit(committed.commit());
        kill(client);
        try (NegotiationStore next = reopen();
                NegotiationStore told = new InMemoryNegotiationStore()) {
            committed.mustBeIn(next, "a commit that returned is there, though its client died with the answer");
            told.commit(Everything.in(told).commit());
            Picture whole = Picture.of(told);
            Exactly.equal(whole, Picture.of(next), "a commit that returned is there whole, and nothing else is");
            assertThrows(
                    CommitRefusedException.class,
                    () -> next.commit(committed.commit()),
                    "what a dead client has committed is refused when it comes again");
            Exactly.equal(whole, Picture.of(next), "a commit that comes again after a death doubles nothing");
        }
    }

    @Test
    default void aStepThatADeadClientCommittedIsKnownToTheNext(NegotiationStore client) throws Exception {
        Stored<NegotiationSnapshot> opened = new Desk(client).open("n");
        NamedStep name = Fixtures.step("reply 7");
        NegotiationChange change = Steps.events(opened, SEND_OFFER);
        client.commit(Commit.of(change).named(name));
        kill(client);
        try (NegotiationStore next = reopen()) {
            DuplicateStepException known = assertThrows(
                    DuplicateStepException.class,
                    () -> next.commit(Commit.of(change).named(name)),
                    "a step that a dead client has committed is known when it is taken again");
            assertEquals(change.newRevision(), known.recorded().revision(), "the refusal says what came of the step");
            new Desk(next).mustRead(Desk.after(change), "a step that is taken again after a death is taken once");
        }
    }

    @Test
    default void aStepThatADeadClientDidNotCommitIsFreeForTheNext(NegotiationStore client) throws Exception {
        Stored<NegotiationSnapshot> opened = new Desk(client).open("n");
        NamedStep name = Fixtures.step("reply 7");
        NegotiationChange change = Steps.events(opened, SEND_OFFER);
        kill(client);
        try (NegotiationStore next = reopen()) {
            assertEquals(
                    Optional.empty(), next.findStep(change.id(), name.key()), "a step is not known before its commit");
            next.commit(Commit.of(change).named(name));
            new Desk(next)
                    .mustRead(Desk.after(change), "a step whose client died before its commit may be taken again");
        }
    }

    @Test
    default void aDeletionOutlivesItsClient(NegotiationStore client) throws Exception {
        Desk desk = new Desk(client);
        Stored<NegotiationSnapshot> kept = desk.open("kept");
        Stored<NegotiationSnapshot> deleted = desk.openOn("thread", "deleted");
        client.delete(deleted.value().id(), deleted.revision());
        kill(client);
        try (NegotiationStore next = reopen()) {
            assertEquals(Optional.empty(), next.find(deleted.value().id()), "what was deleted does not come back");
            Desk again = new Desk(next);
            again.mustRead(kept, "a deletion leaves the others, its client's death included");
            again.mustRead(again.openOn("thread", "next"), "the thread of what was deleted is free after a death, too");
        }
    }

    @Test
    default void clientsMayDieOneAfterTheOther(NegotiationStore client) throws Exception {
        Stored<NegotiationSnapshot> now = new Desk(client).open("n");
        kill(client);
        for (int life = 1; life <= 5; life++) {
            try (NegotiationStore next = reopen()) {
                Desk desk = new Desk(next);
                desk.mustRead(now, "each client finds what the dead before it have committed");
                now = desk.commit(Steps.context(now, "life", life));
                kill(next);
            }
        }
    }
}
