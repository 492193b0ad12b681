package dev.parley.benchmarks.jmh;

import dev.parley.benchmarks.work.Contexts;
import dev.parley.documents.AttributesJson;
import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationStep;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One step of a negotiation that has come a short or a long way: an event, and a note in the context. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class NegotiationBenchmark {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final NegotiationStep step = new NegotiationStep(
            List.of(NegotiationEvent.RECEIVE_REPLY),
            "a reply",
            Set.of(),
            Attributes.of(Map.of("note", "they ask for thirty")),
            null);

    /** How many rounds of twenty transitions lie behind it. */
    @Param({"0", "50"})
    int rounds;

    private Negotiation negotiation = opened();

    private static Negotiation opened() {
        return Negotiation.open(
                        new NegotiationId("n-1"),
                        new CampaignId("c-1"),
                        null,
                        AttributesJson.read("context", Contexts.context(1)),
                        NOW)
                .on(Walk.OPENING, NOW, null);
    }

    @Setup
    public void walk() {
        negotiation = opened();
        for (int i = 0; i < rounds; i++) {
            negotiation = negotiation.on(Walk.ROUND, NOW, null);
        }
    }

    @Benchmark
    public Negotiation after() {
        return negotiation.after(step, NOW);
    }
}
