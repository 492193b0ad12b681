package dev.parley.testkit.contract.copying;

import static dev.parley.testkit.desk.Dispatch.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.OutboundMessage;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.CampaignNotFoundException;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.CommitRefusedException;
import dev.parley.domain.port.CopyableStore;
import dev.parley.domain.port.NegotiationCopy;
import dev.parley.domain.port.NegotiationNotFoundException;
import dev.parley.domain.port.Restoration;
import dev.parley.domain.port.RestoreConflictException;
import dev.parley.domain.port.Stored;
import dev.parley.domain.port.ThreadTakenException;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.InMemoryNegotiationStore;
import dev.parley.testkit.Steps;
import dev.parley.testkit.desk.Desk;
import dev.parley.testkit.desk.Dispatch;
import dev.parley.testkit.desk.Moving;
import dev.parley.testkit.junit.CopyableStoreFactory;
import dev.parley.testkit.picture.Exactly;
import dev.parley.testkit.picture.Picture;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What stands is never overwritten; what is the same is not written again. */
interface RestoreConflictContract extends CopyableStoreFactory {
    /** A negotiation that has handled a message, owes one, and has taken its step by name. */
    NegotiationId BUSY = new NegotiationId("busy");

    @Test
    default void whatIsThereAlreadyStaysAsItIs(CopyableStore store) {
        try (InMemoryNegotiationStore other = new InMemoryNegotiationStore()) {
            fill(other);
            Moving there = new Moving(other, store);
            assertEquals(3, there.all(), "two negotiations and a message are written");
            assertEquals(0, there.all(), "none of them is written again");
            there.mustBeAlike("what is there already stays as it is");
        }
    }

    @Test
    default void whatHadBegunIsFinished(CopyableStore store) {
        try (InMemoryNegotiationStore other = new InMemoryNegotiationStore()) {
            fill(other);
            Moving there = new Moving(other, store);
            there.campaigns();
            store.restore(Restoration.of(there.copies().subList(0, 1)));
            assertEquals(2, there.all(), "what was not there is written");
            there.mustBeAlike("what had begun is finished");
        }
    }

    @Test
    default void otherContentIsRefusedAndLeavesNothing(CopyableStore store) {
        fill(store);
        NegotiationCopy stands = store.copyOf(BUSY).orElseThrow();
        Differing.from(stands)
                .forEach((difference, differing) -> mustLeaveNothing(
                        RestoreConflictException.class,
                        Restoration.of(List.of(fresh("new", null), differing)),
                        store,
                        difference + " is refused"));
    }

    @Test
    default void anotherDeliveryIsRefusedAndLeavesNothing(CopyableStore store) {
        OwedMessage owed = new Dispatch(store).owe("n", "m");
        OwedMessage more = Dispatch.owed(new NegotiationId("n"), "more", at(0));
        OutboundMessage other = new OutboundMessage(
                owed.id(), owed.message().negotiationId(), owed.message().owedSince(), Attributes.empty());
        mustLeaveNothing(
                RestoreConflictException.class,
                Restoration.ofOwed(List.of(more, owed.claimed(at(1), at(9)))),
                store,
                "another delivery of a message is refused");
        mustLeaveNothing(
                RestoreConflictException.class,
                Restoration.ofOwed(List.of(more, new OwedMessage(other, owed.delivery()))),
                store,
                "another content of a message is refused");
    }

    @Test
    default void aThreadOfAnotherNegotiationIsRefused(CopyableStore store) {
        new Desk(store).openOn("thread", "holder");
        mustLeaveNothing(
                ThreadTakenException.class,
                Restoration.of(List.of(fresh("new", null), fresh("taken", "thread"))),
                store,
                "a thread that belongs to another is not given away");
    }

    @Test
    default void whatBelongsToNothingIsRefused(CopyableStore store) {
        new Desk(store).open("known");
        NegotiationSnapshot elsewhere = Fixtures.negotiation("elsewhere", new CampaignId("unknown"), null)
                .snapshot();
        mustLeaveNothing(
                CampaignNotFoundException.class,
                Restoration.of(List.of(fresh("new", null), opened(elsewhere))),
                store,
                "a negotiation needs its campaign");
        OwedMessage fine = Dispatch.owed(new NegotiationId("known"), "fine", at(0));
        OwedMessage orphan = Dispatch.owed(new NegotiationId("unknown"), "orphan", at(0));
        mustLeaveNothing(
                NegotiationNotFoundException.class,
                Restoration.ofOwed(List.of(fine, orphan)),
                store,
                "a message needs its negotiation");
    }

    private static void mustLeaveNothing(
            Class<? extends CommitRefusedException> refusal,
            Restoration restoration,
            CopyableStore store,
            String promise) {
        Picture before = Picture.of(store);
        assertThrows(refusal, () -> store.restore(restoration), promise);
        Exactly.equal(before, Picture.of(store), promise + ", and nothing is written");
    }

    private static NegotiationCopy fresh(String id, @Nullable String thread) {
        return opened(Fixtures.negotiation(id, Fixtures.CAMPAIGN, thread).snapshot());
    }

    private static NegotiationCopy opened(NegotiationSnapshot snapshot) {
        return new NegotiationCopy(new Stored<>(snapshot, 1), List.of(), List.of(), false);
    }

    private static void fill(CopyableStore store) {
        Desk desk = new Desk(store);
        desk.openAt(NegotiationState.AGREED, "without its agreement");
        desk.commit(Steps.context(desk.open(BUSY.value()), "another key", 1));
        store.commit(Commit.of(Steps.to(NegotiationState.AWAITING_REPLY, desk.read(BUSY)))
                .withMessages(List.of(Fixtures.inbound("in", BUSY)), List.of(Fixtures.outbound("out", BUSY)))
                .named(Fixtures.step("step")));
    }
}
