package dev.parley.benchmarks.contender;

import dev.parley.benchmarks.contender.Contender.Hand;
import dev.parley.domain.negotiation.NegotiationEvent;

/** What is done with a negotiation in each step. */
public enum Kind {
    /** A step from what is in memory. */
    STEP("step") {
        @Override
        public void take(Hand hand, NegotiationEvent event, String note) throws Exception {
            hand.step(event, note);
        }
    },
    /** A step from what is read. */
    LOAD_AND_STEP("load_and_step") {
        @Override
        public void take(Hand hand, NegotiationEvent event, String note) throws Exception {
            hand.loadAndStep(event, note);
        }
    };

    private final String measure;

    Kind(String measure) {
        this.measure = measure;
    }

    /** Its name in the raw data. */
    public String measure() {
        return measure;
    }

    /** Takes the step. */
    public abstract void take(Hand hand, NegotiationEvent event, String note) throws Exception;
}
