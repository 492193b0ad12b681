package dev.parley.benchmarks.commit;

import dev.parley.benchmarks.contender.Contender;
import dev.parley.benchmarks.contender.Contender.Hand;
import dev.parley.benchmarks.contender.Kind;
import dev.parley.benchmarks.work.Script;

/** A negotiation that a thread leads from its opening to its last step. */
final class Led {
    private final Hand hand;
    private int steps;

    private Led(Hand hand) {
        this.hand = hand;
    }

    static Led open(Contender contender, String id, String context) throws Exception {
        return new Led(contender.open(id, context));
    }

    boolean isOver() {
        return steps == Script.STEPS;
    }

    void step(Kind kind) throws Exception {
        kind.take(hand, Script.event(steps), Script.note(steps));
        steps++;
    }
}
