package dev.parley.application.delivery;

import dev.parley.application.delivery.DispatchReport.Stoppage;
import dev.parley.domain.message.DeliveryState;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.StoreBusyException;
import dev.parley.domain.port.StoreException;
import dev.parley.domain.port.StoreFailureException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is owed: takes one message after the other, has it sent outside of any transaction, and records what came
 * of it. That a sender has a message is durable before it gets it, so after a crash every message is sent, still owed,
 * or visibly unconfirmed; never silently lost, and never silently sent twice.
 *
 * <p>Any number of threads and processes may dispatch at once; each message is taken by one of them. Within one
 * negotiation messages go out in the order they were owed: one that is unconfirmed or has failed holds those behind it
 * until it is settled, by the policy or a human. What is owed is sent even if its negotiation is paused, stopped or
 * ended meanwhile; {@link Deliveries#giveUp} is for what shall not go out.
 *
 * <p>Thread-safe if the store, the sender, the policy, the clock and the random generator are, as {@link
 * java.util.Random} is.
 */
public final class MessageDispatcher {
    private final Deliveries deliveries;
    private final MessageSender sender;
    private final UnconfirmedPolicy policy;
    private final Results results;
    private final DispatchOptions options;

    /**
     * @param store where the messages are kept; the caller closes it
     * @param sender sends a message
     * @param policy decides about a message that may have gone out
     * @param clock tells what is due, and the time that is recorded
     * @param random spreads what is tried again
     */
    public MessageDispatcher(
            NegotiationStore store,
            MessageSender sender,
            UnconfirmedPolicy policy,
            InstantSource clock,
            RandomGenerator random,
            DispatchOptions options) {
        this.deliveries = new Deliveries(store, clock);
        this.sender = sender;
        this.policy = policy;
        this.results = new Results(deliveries, clock, random, options);
        this.options = options;
    }

    /**
     * Handles what is due until nothing is, or this thread is interrupted: then the message in hand is finished, the
     * thread stays interrupted, and the rest stays owed. To be called again and again, as by a scheduler.
     *
     * <p>A result that the store fails to record is tried once more. If that fails, too, or no further message can be
     * taken, this ends and the report says so, so that nothing more is sent while nothing can be recorded.
     *
     * @throws StoreException if the store fails before any message was taken
     */
    public DispatchReport dispatch() {
        DispatchTally tally = new DispatchTally();
        Stoppage stoppage = null;
        while (stoppage == null && !Thread.currentThread().isInterrupted()) {
            Optional<OwedMessage> claimed;
            try {
                claimed = deliveries.claim(options.lease());
            } catch (StoreException trouble) {
                if (tally.tookNothing()) {
                    throw trouble;
                }
                return tally.report(new Stoppage(null, trouble));
            }
            if (claimed.isEmpty()) {
                break;
            }
            tally.took(claimed.get());
            stoppage = handle(claimed.get(), tally);
        }
        return tally.report(stoppage);
    }

    private @Nullable Stoppage handle(OwedMessage claimed, DispatchTally tally) {
        try {
            tally.count(recorded(result(claimed)));
            return null;
        } catch (StoreException trouble) {
            return new Stoppage(claimed.id(), trouble);
        }
    }

    private Supplier<Recorded> result(OwedMessage claimed) {
        boolean ask = claimed.delivery().state() == DeliveryState.UNCONFIRMED;
        try {
            return ask ? results.of(claimed, policy.ask(claimed)) : results.of(claimed, sender.send(claimed));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return results.ofBroken(claimed, interrupted);
        } catch (Exception broken) {
            return results.ofBroken(claimed, broken);
        } catch (Error broken) {
            throw afterRecording(claimed, broken);
        }
    }

    private Error afterRecording(OwedMessage claimed, Error broken) {
        try {
            recorded(results.ofBroken(claimed, broken));
        } catch (StoreException trouble) {
            broken.addSuppressed(trouble);
        }
        return broken;
    }

    /**
     * To record the same twice is no harm, so it is tried again also where the store cannot tell what it has written.
     */
    private static Recorded recorded(Supplier<Recorded> result) {
        try {
            return result.get();
        } catch (StoreBusyException | StoreFailureException onceMore) {
            return result.get();
        }
    }
}
