package dev.parley.benchmarks.jmh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationStateMachine;
import org.junit.jupiter.api.Test;

class WalkTest {
    @Test
    void aRoundEndsWhereItBegan() {
        NegotiationStateMachine begin = NegotiationStateMachine.start();
        for (NegotiationEvent event : Walk.OPENING) {
            begin = begin.trigger(event);
        }
        NegotiationStateMachine end = begin;
        for (NegotiationEvent event : Walk.ROUND) {
            end = end.trigger(event);
        }
        assertEquals(begin.state(), end.state());
    }

    @Test
    void aRoundIsAsLongAsTheMachineIsMeasuredFor() {
        assertEquals(MachineBenchmark.TRANSITIONS, Walk.ROUND.size());
    }
}
