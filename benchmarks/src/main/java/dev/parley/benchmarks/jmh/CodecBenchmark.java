package dev.parley.benchmarks.jmh;

import dev.parley.benchmarks.work.Contexts;
import dev.parley.documents.AttributesJson;
import dev.parley.domain.attributes.Attributes;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A context of about 600 bytes to JSON and back. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CodecBenchmark {
    private final Attributes attributes = AttributesJson.read("context", Contexts.context(1));
    private final String json = AttributesJson.write(attributes);

    @Benchmark
    public String write() {
        return AttributesJson.write(attributes);
    }

    @Benchmark
    public Attributes read() {
        return AttributesJson.read("context", json);
    }
}
