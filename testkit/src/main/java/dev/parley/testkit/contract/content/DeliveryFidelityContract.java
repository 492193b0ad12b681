package dev.parley.testkit.contract.content;

import static dev.parley.testkit.desk.Dispatch.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.message.Delivery;
import dev.parley.domain.message.DeliveryState;
import dev.parley.domain.message.OutboundMessage;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.message.Receipt;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.testkit.Steps;
import dev.parley.testkit.desk.Desk;
import dev.parley.testkit.desk.Dispatch;
import dev.parley.testkit.desk.HostileContent;
import dev.parley.testkit.junit.StoreFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is read of a delivery equals what was committed, however hostile. */
interface DeliveryFidelityContract extends StoreFactory {
    @Test
    default void aReceiptReadsBackAsItWas(NegotiationStore store) {
        MessageId longest = new MessageId("語".repeat(998));
        ThreadId thread = new ThreadId("😀".repeat(499));
        List<Receipt> receipts = new ArrayList<>(List.of(
                Receipt.plain(), new Receipt(longest, null), new Receipt(null, thread), new Receipt(longest, thread)));
        Stream.concat(HostileContent.lookAlikes().stream(), HostileContent.texts().stream())
                .filter(text -> text.chars().noneMatch(Character::isISOControl))
                .forEach(text -> receipts.add(new Receipt(new MessageId(text), new ThreadId(text))));
        receipts.addAll(List.copyOf(receipts)); // these are the provider's ids, not the store's, and may come twice
        Dispatch dispatch = new Dispatch(store);
        for (int i = 0; i < receipts.size(); i++) {
            OwedMessage owed = dispatch.owe("n", "m-" + i);
            OwedMessage sent = dispatch.commit(owed, owed.sent(at(1), receipts.get(i)));
            dispatch.mustRead(sent, "a receipt reads back as it was, what is not known included");
        }
    }

    @Test
    default void aProblemReadsBackAsItWas(NegotiationStore store) {
        Dispatch dispatch = new Dispatch(store);
        OwedMessage now = dispatch.sending("n", "m");
        List<String> problems = Stream.of(
                        HostileContent.texts().stream(),
                        HostileContent.blankTexts().stream(),
                        Stream.of(
                                "語".repeat(Delivery.MAX_PROBLEM_LENGTH),
                                "x".repeat(Delivery.MAX_PROBLEM_LENGTH + 1),
                                "x".repeat(Delivery.MAX_PROBLEM_LENGTH - 1) + "😀",
                                "x".repeat(Delivery.MAX_PROBLEM_LENGTH - 2) + "😀😀"))
                .flatMap(texts -> texts)
                .toList();
        for (String problem : problems) {
            now = dispatch.commit(now, now.unconfirmed(at(1), at(2), problem));
            dispatch.mustRead(now, "a problem reads back as it was, whatever it says");
        }
        OwedMessage emptied = owed(now, DeliveryState.UNCONFIRMED, 1, at(2), "");
        dispatch.mustRead(dispatch.commit(now, emptied), "an empty problem is not the same as none");
        OwedMessage none = owed(now, DeliveryState.UNCONFIRMED, 1, at(2), null);
        dispatch.mustRead(dispatch.commit(emptied, none), "and none is not the same as an empty one");
    }

    @Test
    default void timesOfADeliveryAreKeptToTheMicrosecond(NegotiationStore store) {
        Dispatch dispatch = new Dispatch(store);
        OwedMessage now = dispatch.owe("n", "m");
        for (Instant time : HostileContent.instants()) {
            OwedMessage next =
                    new OwedMessage(now.message(), new Delivery(DeliveryState.PENDING, 0, time, time, null, null));
            now = dispatch.commit(now, next);
            dispatch.mustRead(now, "every instant of a delivery is kept to the microsecond");
        }
    }

    @Test
    default void theHighestNumberOfAttemptsIsKept(NegotiationStore store) {
        Dispatch dispatch = new Dispatch(store);
        OwedMessage owed = dispatch.owe("n", "m");
        OwedMessage tried = owed(owed, DeliveryState.FAILED, Integer.MAX_VALUE, null, "mailbox full");
        dispatch.mustRead(dispatch.commit(owed, tried), "attempts are counted as far as a number goes");
    }

    @Test
    default void aLargeMessageIsKeptHoweverFarItComes(NegotiationStore store) {
        Dispatch dispatch = new Dispatch(store);
        Attributes content = Attributes.empty().with("k", "語".repeat((Attributes.MAX_BYTES - 8) / 3) + "aa");
        assertEquals(Attributes.MAX_BYTES, content.encodedSize(), "the content is as large as it may be");
        NegotiationChange change = Steps.context(new Desk(store).open("n"), "owes", "m");
        OutboundMessage message = new OutboundMessage(new MessageId("m"), change.id(), at(0), content);
        store.commit(Commit.of(change).withMessages(List.of(), List.of(message)));
        OwedMessage claimed =
                dispatch.mustClaim(OwedMessage.of(message), at(0), "a message of one mebibyte can be claimed whole");
        OwedMessage sent = dispatch.commit(claimed, claimed.sent(at(1), Receipt.plain()));
        dispatch.mustRead(sent, "and its content never changes");
    }

    private static OwedMessage owed(
            OwedMessage it, DeliveryState state, int attempts, @Nullable Instant dueAt, @Nullable String problem) {
        return new OwedMessage(it.message(), new Delivery(state, attempts, at(1), dueAt, null, problem));
    }
}
