package dev.parley.benchmarks.jmh;

import dev.parley.benchmarks.peer.PeerMachine;
import dev.parley.benchmarks.peer.spring.SpringMachine;
import dev.parley.benchmarks.peer.squirrel.SquirrelMachine;
import dev.parley.benchmarks.peer.stateless4j.StatelessMachine;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.negotiation.NegotiationStateMachine;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One transition in memory, legality checked and history kept; the history begins again after twenty. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(MachineBenchmark.TRANSITIONS)
public class MachineBenchmark {
    static final int TRANSITIONS = 20;

    private final NegotiationEvent[] round = Walk.ROUND.toArray(NegotiationEvent[]::new);
    private final NegotiationStateMachine opened = opened();

    private static NegotiationStateMachine opened() {
        NegotiationStateMachine machine = NegotiationStateMachine.start();
        for (NegotiationEvent event : Walk.OPENING) {
            machine = machine.trigger(event);
        }
        return machine;
    }

    @Benchmark
    public NegotiationStateMachine parley() {
        NegotiationStateMachine machine = opened;
        for (NegotiationEvent event : round) {
            machine = machine.trigger(event);
        }
        return machine;
    }

    @Benchmark
    public NegotiationState stateless4j(Stateless4j peer) {
        return peer.round(round);
    }

    @Benchmark
    public NegotiationState squirrel(Squirrel peer) {
        return peer.round(round);
    }

    @Benchmark
    public NegotiationState spring(Spring peer) {
        return peer.round(round);
    }

    /** A machine that has been opened; each peer in a class of its own, so that none is slowed by the others' calls. */
    @State(Scope.Benchmark)
    public abstract static class Opened {
        private final PeerMachine machine;

        Opened(PeerMachine machine) {
            this.machine = machine;
            Walk.OPENING.forEach(machine::fire);
        }

        NegotiationState round(NegotiationEvent[] round) {
            machine.clearHistory();
            NegotiationState state = NegotiationState.INITIAL_OFFER;
            for (NegotiationEvent event : round) {
                state = machine.fire(event);
            }
            return state;
        }
    }

    @State(Scope.Benchmark)
    public static class Stateless4j extends Opened {
        public Stateless4j() {
            super(new StatelessMachine());
        }
    }

    @State(Scope.Benchmark)
    public static class Squirrel extends Opened {
        public Squirrel() {
            super(new SquirrelMachine());
        }
    }

    @State(Scope.Benchmark)
    public static class Spring extends Opened {
        public Spring() {
            super(new SpringMachine());
        }
    }
}
