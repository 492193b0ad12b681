package dev.parley.testkit.contract.reopening;

import static dev.parley.testkit.desk.Dispatch.at;
import static dev.parley.testkit.desk.Dispatch.justBefore;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.message.DeliveryState;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.message.Receipt;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Backlog;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.DeliveryChange;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Stored;
import dev.parley.testkit.Steps;
import dev.parley.testkit.desk.Desk;
import dev.parley.testkit.desk.Dispatch;
import dev.parley.testkit.junit.ReopenableStoreFactory;
import dev.parley.testkit.picture.Exactly;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A dispatcher that dies with a message in its hands: before it is sent, after it, and after that is recorded. */
interface ClaimCrashContract extends ReopenableStoreFactory {
    /** When the lease of a claim at {@link Dispatch#at} 0 is over. */
    Instant OVER = at(0).plus(Dispatch.HOLD);

    @Test
    default void aMessageThatWasOwedByADeadClientIsStillOwed(NegotiationStore client) throws Exception {
        OwedMessage owed = new Dispatch(client).owe("n", "m");
        kill(client);
        try (NegotiationStore next = reopen()) {
            Dispatch dispatch = new Dispatch(next);
            dispatch.mustRead(owed, "what a dead client owed is owed by the next");
            dispatch.mustClaim(owed, at(0), "a message that nobody has tried is pending for the next client");
        }
    }

    @Test
    default void aLeaseHoldsThoughItsClientIsDead(NegotiationStore client) throws Exception {
        Dispatch dead = new Dispatch(client);
        OwedMessage sending = dead.sending("n", "m");
        OwedMessage behind = dead.owe("n", "behind it");
        kill(client);
        try (NegotiationStore next = reopen()) {
            Dispatch dispatch = new Dispatch(next);
            dispatch.mustRead(sending, "a claim is kept though its client is dead");
            assertEquals(
                    new Backlog(0, 2, 0, 0, 0, 0),
                    next.backlog(justBefore(OVER)),
                    "a claim counts as owed until it is over");
            dispatch.mustClaimNothing(
                    justBefore(OVER), "a dead client's message is given to nobody while its lease runs");
            dispatch.mustRead(behind, "a message waits for its turn behind one that a dead client has claimed");
        }
    }

    @Test
    default void aClientThatDiesBetweenAClaimAndItsResultLeavesTheMessageUnconfirmed(NegotiationStore client)
            throws Exception {
        OwedMessage sending = new Dispatch(client).sending("n", "m");
        kill(client); // whether it has sent the message nobody knows
        try (NegotiationStore next = reopen()) {
            Dispatch dispatch = new Dispatch(next);
            assertEquals(
                    new Backlog(0, 0, 1, 0, 0, 0), next.backlog(OVER), "a claim that is over counts as unconfirmed");
            OwedMessage unconfirmed =
                    dispatch.mustClaim(sending, OVER, "a claim that is over is given to the next client");
            assertEquals(
                    DeliveryState.UNCONFIRMED,
                    unconfirmed.delivery().state(),
                    "the next client is told that the message may have gone out");
            OwedMessage sent = dispatch.commit(unconfirmed, unconfirmed.sent(OVER.plusSeconds(1), Receipt.plain()));
            dispatch.mustRead(sent, "the next client may record what became of the message");
            dispatch.mustClaimNothing(Dispatch.END_OF_TIME, "what is sent is never given again");
        }
    }

    @Test
    default void aResultThatWasRecordedOutlivesItsClient(NegotiationStore client) throws Exception {
        Dispatch dead = new Dispatch(client);
        OwedMessage sending = dead.sending("n", "m");
        Stored<NegotiationSnapshot> before =
                new Desk(client).read(sending.message().negotiationId());
        NegotiationChange bound = Steps.bound(before, "thread");
        OwedMessage sent = sending.sent(at(1), new Receipt(null, new ThreadId("thread")));
        client.commit(Commit.of(bound).withDeliveries(List.of(DeliveryChange.of(sending, sent))));
        kill(client);
        try (NegotiationStore next = reopen()) {
            Dispatch dispatch = new Dispatch(next);
            dispatch.mustRead(sent, "a result that was recorded is there, though its client died with the answer");
            dispatch.mustClaimNothing(Dispatch.END_OF_TIME, "what a dead client has sent is not sent again");
            Exactly.equal(
                    Optional.of(Desk.after(bound)),
                    next.findByThread(new ThreadId("thread")),
                    "the thread that a dead client has bound finds its negotiation");
        }
    }
}
