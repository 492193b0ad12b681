package dev.parley.benchmarks.contender;

import dev.parley.domain.negotiation.NegotiationEvent;
import java.io.IOException;
import java.sql.SQLException;

/** One way to keep negotiations on a disk, measured beside the others on the same work. Used by many threads at once. */
public interface Contender extends AutoCloseable {
    /**
     * Opens a negotiation; it is durable when this returns.
     *
     * @param id its id
     * @param context its context as a JSON object
     */
    Hand open(String id, String context) throws Exception;

    /** One negotiation in the hand of the thread that leads it. */
    interface Hand {
        /**
         * Takes a step and makes it durable. What the step goes on from is in memory, left there by the one before.
         *
         * @param event what happened; legal where the negotiation stands
         * @param note the new value of the context's key {@code note}
         */
        void step(NegotiationEvent event, String note) throws Exception;

        /** The same, after reading from the disk all that the step goes on from. */
        void loadAndStep(NegotiationEvent event, String note) throws Exception;
    }

    @Override
    void close() throws IOException, SQLException;
}
