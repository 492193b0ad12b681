package dev.parley.testkit.contract.outbox;

import static dev.parley.testkit.desk.Dispatch.at;
import static dev.parley.testkit.desk.Dispatch.justBefore;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.message.DeliveryState;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.message.Receipt;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.StaleDeliveryException;
import dev.parley.testkit.desk.Dispatch;
import dev.parley.testkit.junit.StoreFactory;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Messages whose sending had begun and of which no result was recorded: they are shown, never silently sent again. */
interface UnconfirmedContract extends StoreFactory {
    @Test
    default void aClaimThatIsOverIsUnconfirmedForTheNext(NegotiationStore store) {
        Dispatch dispatch = new Dispatch(store);
        OwedMessage sending = dispatch.sending("n", "m");
        Instant over = at(0).plus(Dispatch.HOLD);
        dispatch.mustClaimNothing(justBefore(over), "a claim holds until its time is over");
        dispatch.mustRead(sending, "and the message is being sent until then");
        OwedMessage unconfirmed = dispatch.mustClaim(sending, over, "a claim that is over is given to the next");
        assertEquals(
                DeliveryState.UNCONFIRMED,
                unconfirmed.delivery().state(),
                "which learns that the message may have gone out");
        dispatch.mustClaimNothing(over, "and has it for itself");
    }

    @Test
    default void anUnconfirmedMessageStaysSoHoweverOftenItIsTaken(NegotiationStore store) {
        Dispatch dispatch = new Dispatch(store);
        OwedMessage now = dispatch.sending("n", "m");
        for (int taken = 1; taken <= 4; taken++) {
            now = dispatch.mustClaim(now, at(60L * taken), "nothing but a result makes it anything but unconfirmed");
        }
        assertEquals(at(60), now.delivery().since(), "since its first sender was heard of no more");
        assertEquals(1, now.delivery().attempts(), "and was tried no more often");
    }

    @Test
    default void itIsGivenAgainWhenItIsTimeToAsk(NegotiationStore store) {
        Dispatch dispatch = new Dispatch(store);
        OwedMessage sending = dispatch.sending("n", "m");
        OwedMessage unconfirmed = dispatch.commit(sending, sending.unconfirmed(at(5), at(20), "connection lost"));
        dispatch.mustRead(unconfirmed, "a sender that does not know may say so");
        dispatch.mustClaimNothing(justBefore(at(20)), "an unconfirmed message is not given before it is time to ask");
        OwedMessage asking = dispatch.mustClaim(unconfirmed, at(20), "it is given again when it is time to ask");
        OwedMessage later = dispatch.commit(asking, asking.unconfirmed(at(21), at(40), null));
        dispatch.mustClaimNothing(justBefore(at(40)), "asking may be put off");
        dispatch.mustClaim(later, at(40), "until another time");
    }

    @Test
    default void whatIsLeftToAHumanIsNotGiven(NegotiationStore store) {
        Dispatch dispatch = new Dispatch(store);
        OwedMessage sending = dispatch.sending("n", "m");
        OwedMessage left = dispatch.commit(sending, sending.unconfirmed(at(5), null, "connection lost"));
        dispatch.mustClaimNothing(Dispatch.END_OF_TIME, "what is left to a human is given to no dispatcher");
        OwedMessage retried = dispatch.commit(left, left.retried(at(500)));
        dispatch.mustClaim(retried, at(500), "until the human wants it sent again");
    }

    @Test
    default void aLateResultIsTakenIfNobodyElseHasTheMessage(NegotiationStore store) {
        Dispatch dispatch = new Dispatch(store);
        OwedMessage sending = dispatch.sending("n", "m");
        OwedMessage sent = dispatch.commit(sending, sending.sent(at(600), Receipt.plain()));
        dispatch.mustRead(sent, "a result is better late than never, as long as nobody else has taken the message");
    }

    @Test
    default void aLateResultIsRefusedIfSomebodyElseHasTheMessage(NegotiationStore store) {
        Dispatch dispatch = new Dispatch(store);
        OwedMessage sending = dispatch.sending("n", "m");
        OwedMessage taken = dispatch.mustClaim(sending, at(600), "a claim that is over is given to the next");
        StaleDeliveryException refused = assertThrows(
                StaleDeliveryException.class,
                () -> dispatch.commit(sending, sending.deferred(at(601), at(700), "greylisted")),
                "a sender whose time is over cannot overrule the one that has the message now");
        assertEquals(taken.delivery(), refused.stored(), "it is told how the message stands");
        dispatch.mustRead(taken, "which stays so");
    }
}
