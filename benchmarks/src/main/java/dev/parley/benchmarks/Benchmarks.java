package dev.parley.benchmarks;

import dev.parley.benchmarks.measure.Measure;
import dev.parley.benchmarks.measure.Samples;
import dev.parley.benchmarks.measure.Scale;
import dev.parley.benchmarks.report.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures everything, and writes tables, raw data and pictures. */
@Command(
        name = "benchmarks",
        description = "Measures Parley beside what one would otherwise write or pick.",
        mixinStandardHelpOptions = true)
public final class Benchmarks implements Callable<Integer> {
    private static final String MAVEN = "mvn -q -pl benchmarks -am -DskipTests -Pbenchmark package";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..*",
            paramLabel = "MEASURE",
            description = "commit, recovery, growth, size, machine; all unless named")
    private Set<String> measures = Set.of();

    @Option(
            names = "--dir",
            defaultValue = "target/benchmark",
            description = "where the files go that are measured; on the disk you mean (${DEFAULT-VALUE})")
    private Path directory = Path.of("");

    @Option(names = "--out", defaultValue = "docs/performance", description = "where the figures go (${DEFAULT-VALUE})")
    private Path out = Path.of("");

    @Option(names = "--quick", description = "a first look in a few minutes")
    private boolean quick;

    @Option(names = "--seconds", description = "how long one turn of commit is")
    private @Nullable Double seconds;

    @Option(names = "--rounds", description = "how many times each contender has its turn")
    private @Nullable Integer rounds;

    @Option(names = "--threads", split = ",", description = "numbers of threads of commit")
    private List<Integer> threads = List.of();

    @Option(names = "--recovered", description = "how many negotiations recovery gives back")
    private @Nullable Integer recovered;

    @Option(names = "--million", description = "how many negotiations there are where most have ended")
    private @Nullable Integer million;

    @Option(names = "--long-lived", description = "how many negotiations growth has of each length")
    private @Nullable Integer longLived;

    @Option(names = "--sized", description = "how many negotiations size weighs")
    private @Nullable Integer sized;

    @Option(names = "--only", split = ",", description = "contenders, by name: ours,naive,usual,limit,fsync,…")
    private Set<String> only = Set.of();

    /** Measures and exits. */
    public static void main(String... arguments) {
        System.exit(new CommandLine(new Benchmarks()).execute(arguments));
    }

    /** Measures what the arguments name. */
    @Override
    public Integer call() throws Exception {
        Scale scale = scale();
        Samples samples = new Samples();
        List<Measure> known = Registry.measures(name -> only.isEmpty() || only.contains(name));
        requireKnown(measures, known.stream().map(Measure::name).toList());
        requireKnown(only, Registry.titles().keySet());
        List<Measure> chosen = known.stream()
                .filter(measure -> measures.isEmpty() || measures.contains(measure.name()))
                .toList();
        for (Measure measure : chosen) {
            measure.run(scale, samples, System.err::println);
        }
        Files.createDirectories(directory);
        new Report(samples, Registry.titles()).write(out, command(), directory);
        return 0;
    }

    private void requireKnown(Set<String> named, Collection<String> known) {
        for (String name : named) {
            if (!known.contains(name)) {
                throw new ParameterException(
                        spec.commandLine(), name + " is not known; choose among " + String.join(", ", known));
            }
        }
    }

    /** How to run this again, but for where things are. */
    private String command() {
        List<String> chosen = spec.commandLine().getParseResult().originalArgs().stream()
                .filter(argument -> !argument.startsWith("--dir") && !argument.startsWith("--out"))
                .toList();
        return MAVEN + (chosen.isEmpty() ? "" : " -Dparley.benchmark=\"" + String.join(" ", chosen) + "\"");
    }

    private Scale scale() {
        Scale scale = quick ? Scale.quick(directory) : Scale.whole(directory);
        Duration turn = seconds == null ? scale.timed() : Duration.ofMillis(Math.round(seconds * 1000));
        return scale.threads(threads.isEmpty() ? scale.threads() : threads)
                .turns(or(rounds, scale.rounds()), turn)
                .negotiations(
                        or(recovered, scale.recovered()),
                        or(million, scale.million()),
                        or(longLived, scale.longLived()),
                        or(sized, scale.sized()));
    }

    private static int or(@Nullable Integer chosen, int otherwise) {
        return chosen == null ? otherwise : chosen;
    }
}
