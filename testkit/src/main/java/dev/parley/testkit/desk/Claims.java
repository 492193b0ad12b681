package dev.parley.testkit.desk;

import static dev.parley.testkit.desk.Dispatch.at;

import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.testkit.picture.Exactly;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Many dispatchers that claim one message at once. */
public final class Claims {
    private Claims() {}

    /** Lets {@link Race#THREADS} threads claim at once, through one store or another on the same data. */
    public static void mustBeOne(OwedMessage before, List<NegotiationStore> stores, String promise) {
        ConcurrentLinkedQueue<OwedMessage> claimed = new ConcurrentLinkedQueue<>();
        Race.of(
                        Race.THREADS,
                        number -> new Dispatch(stores.get(number % stores.size()))
                                .claim(at(100))
                                .ifPresent(claimed::add))
                .mustAllWin("dispatchers do not disturb each other");
        OwedMessage expected = before.claimed(at(100), at(100).plus(Dispatch.HOLD));
        Exactly.equal(List.of(expected), List.copyOf(claimed), promise);
        stores.forEach(store -> new Dispatch(store).mustRead(expected, "and that is kept"));
    }
}
