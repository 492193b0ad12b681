package dev.parley.testkit.contract.outbox;

import static dev.parley.testkit.desk.Dispatch.at;
import static dev.parley.testkit.desk.Dispatch.justBefore;

import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.message.Receipt;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.desk.Desk;
import dev.parley.testkit.desk.Dispatch;
import dev.parley.testkit.desk.HostileContent;
import dev.parley.testkit.junit.StoreFactory;
import dev.parley.testkit.picture.Exactly;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Owed messages, and taking them to be sent. */
interface ClaimContract extends StoreFactory {
    @Test
    default void anOwedMessageIsPendingFromItsCommitOn(NegotiationStore store) {
        Dispatch dispatch = new Dispatch(store);
        OwedMessage owed = dispatch.owe("n", "m", at(5));
        dispatch.mustRead(owed, "a message is pending once it is committed, due since it is owed");
        Exactly.equal(
                List.of(owed),
                store.owedBy(owed.message().negotiationId()),
                "and is so among what its negotiation owes");
    }

    @Test
    default void anOpeningOwesItsOffer(NegotiationStore store) {
        new Desk(store).register(Fixtures.CAMPAIGN.value());
        NegotiationChange opened =
                NegotiationChange.opened(Fixtures.negotiation("n").snapshot());
        OwedMessage offer = Dispatch.owed(opened.id(), "offer", at(0));
        store.commit(Commit.of(opened).withMessages(List.of(), List.of(offer.message())));
        new Dispatch(store).mustClaim(offer, at(0), "the offer of an opening can be claimed at once");
    }

    @Test
    default void aClaimGivesTheMessageForOneAloneAndKeepsThat(NegotiationStore store) {
        Dispatch dispatch = new Dispatch(store);
        OwedMessage claimed =
                dispatch.mustClaim(dispatch.owe("n", "m"), at(10), "a claim gives the message as it stands then");
        dispatch.mustClaimNothing(at(10), "a message that somebody has is given to nobody else");
        dispatch.mustClaimNothing(justBefore(at(10).plus(Dispatch.HOLD)), "not until the time is over");
        dispatch.mustRead(claimed, "and a claim that got nothing changes nothing");
    }

    @Test
    default void whereNothingIsOwedNothingIsClaimed(NegotiationStore store) {
        Dispatch dispatch = new Dispatch(store);
        dispatch.mustClaimNothing(at(0), "a new store owes nothing");
        new Desk(store).open("n");
        dispatch.mustClaimNothing(Dispatch.END_OF_TIME, "a negotiation alone owes nothing");
    }

    @Test
    default void nothingIsClaimedBeforeItIsDue(NegotiationStore store) {
        Dispatch dispatch = new Dispatch(store);
        Instant due = at(10).plus(Dispatch.MICROSECOND);
        OwedMessage owed = dispatch.owe("n", "m", due);
        dispatch.mustClaimNothing(at(0), "a message is not given before it is due");
        dispatch.mustClaimNothing(justBefore(due), "not a microsecond too early");
        dispatch.mustClaimNothing(due.minusNanos(1), "nor a nanosecond");
        dispatch.mustRead(owed, "and stays as it is until then");
        dispatch.mustClaim(owed, due, "a message is given as soon as it is due");
    }

    @Test
    default void whatHasBeenDueTheLongestComesFirst(NegotiationStore store) {
        Dispatch dispatch = new Dispatch(store);
        OwedMessage late = dispatch.owe("late", "1", at(30));
        OwedMessage early = dispatch.owe("early", "2", at(10));
        OwedMessage middle = dispatch.owe("middle", "3", at(10).plus(Dispatch.MICROSECOND));
        dispatch.owe("future", "4", at(50));
        for (OwedMessage next : List.of(early, middle, late)) {
            dispatch.mustClaim(
                    next, at(40), "of several that are due the one that has been due the longest comes first");
        }
        dispatch.mustClaimNothing(at(40), "and each comes once");
    }

    @Test
    default void aDeferredMessageIsDueAgainAtItsTime(NegotiationStore store) {
        Dispatch dispatch = new Dispatch(store);
        OwedMessage sending = dispatch.sending("n", "m");
        OwedMessage deferred = dispatch.commit(sending, sending.deferred(at(1), at(20), "greylisted"));
        dispatch.mustClaimNothing(justBefore(at(20)), "a deferred message is not given before its time");
        OwedMessage again = dispatch.mustClaim(deferred, at(20), "a deferred message is given at its time");
        OwedMessage sent = dispatch.commit(again, again.sent(at(21), Receipt.plain()));
        dispatch.mustRead(sent, "and can be sent then");
    }

    @Test
    default void whatIsDoneIsNeverClaimed(NegotiationStore store) {
        Dispatch dispatch = new Dispatch(store);
        OwedMessage sent = dispatch.sending("sent", "1");
        dispatch.commit(sent, sent.sent(at(1), Receipt.plain()));
        OwedMessage failed = dispatch.sending("failed", "2");
        dispatch.commit(failed, failed.failed(at(1), "no such mailbox"));
        OwedMessage givenUp = dispatch.owe("given up", "3");
        dispatch.commit(givenUp, givenUp.givenUp(at(1)));
        dispatch.mustClaimNothing(Dispatch.END_OF_TIME, "what is sent, has failed or is given up is never given again");
    }

    @Test
    default void aRetriedMessageIsDueAtOnce(NegotiationStore store) {
        Dispatch dispatch = new Dispatch(store);
        OwedMessage sending = dispatch.sending("n", "m");
        OwedMessage failed = dispatch.commit(sending, sending.failed(at(1), "mailbox full"));
        OwedMessage retried = dispatch.commit(failed, failed.retried(at(100)));
        dispatch.mustClaimNothing(justBefore(at(100)), "a retried message is due from then on");
        dispatch.mustClaim(retried, at(100), "a message that a human wants sent again is given again");
    }

    @Test
    default void aClaimMayReachFromTheFirstMomentToTheLast(NegotiationStore store) {
        Dispatch dispatch = new Dispatch(store);
        Instant begin = Instant.parse("0001-01-01T00:00:00Z");
        OwedMessage owed = dispatch.owe("n", "m", begin);
        OwedMessage expected = owed.claimed(begin, Dispatch.END_OF_TIME);
        Exactly.equal(
                expected,
                store.claim(begin, Dispatch.END_OF_TIME.plusNanos(999)).orElse(null),
                "a claim holds from the year 1 to the year 9999, to the microsecond");
        dispatch.mustRead(expected, "and reads back so");
        dispatch.mustClaimNothing(justBefore(Dispatch.END_OF_TIME), "until the very end");
        Exactly.equal(
                expected.claimed(Dispatch.END_OF_TIME, Dispatch.END_OF_TIME),
                store.claim(Dispatch.END_OF_TIME, Dispatch.END_OF_TIME).orElse(null),
                "and no longer");
    }

    @Test
    default void aTimeIsComparedAsATime(NegotiationStore store) {
        Dispatch dispatch = new Dispatch(store);
        for (Instant due : HostileContent.instants()) {
            if (due.isAfter(Instant.parse("0001-01-01T00:00:00Z"))) {
                OwedMessage owed = dispatch.owe("due " + due, "due " + due, due);
                dispatch.mustClaimNothing(justBefore(due), "a message due at " + due + " is not given before");
                OwedMessage claimed = owed.claimed(due, due);
                Exactly.equal(claimed, store.claim(due, due).orElse(null), "a message is given at " + due);
                dispatch.commit(claimed, claimed.failed(due, "no such mailbox"));
            }
        }
    }
}
