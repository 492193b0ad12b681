package dev.parley.cli.command;

import dev.parley.cli.console.Console;
import dev.parley.cli.demo.Demo;
import dev.parley.cli.demo.DemoPlan;
import dev.parley.cli.demo.DemoReport;
import dev.parley.cli.refusal.ErrorCode;
import dev.parley.cli.refusal.ExitCode;
import dev.parley.cli.refusal.RefusedException;
import dev.parley.cli.store.StoreAddress;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows that nothing acknowledged is lost when the process is killed. */
@Command(
        name = "demo",
        description = {
            "Run a campaign in a process that is killed at random moments, and look for losses.",
            "Exits with 1 if anything acknowledged is missing, doubled or different."
        })
public final class DemoCommand implements Callable<Integer> {
    private static final int MOST_INFLUENCERS = 50_000;
    private static final int MOST_KILLS = 10_000;
    private static final int FAULTS_SHOWN = 10;

    private final Console console;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Option(names = "--influencers", paramLabel = "N", defaultValue = "50", description = "Default: ${DEFAULT-VALUE}.")
    private int influencers;

    @Option(
            names = "--kills",
            paramLabel = "K",
            defaultValue = "5",
            description = "How many kills must hit with steps in flight. Default: ${DEFAULT-VALUE}.")
    private int kills;

    @Option(names = "--seed", paramLabel = "S", description = "What the world's choices follow from. Default: random.")
    private @Nullable Long seed;

    @Option(
            names = "--unsafe",
            description = "Acknowledge before writing, as Parley must not: something is lost at every kill.")
    private boolean unsafe;

    @Option(
            names = "--db",
            paramLabel = "FILE",
            description = "A new database file. Default: a temporary one, kept only if the safe store lost something.")
    private @Nullable StoreAddress database;

    /** A command that prints to a console. */
    public DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        require(influencers >= 1 && influencers <= MOST_INFLUENCERS, "--influencers", "1 to " + MOST_INFLUENCERS);
        require(
                kills >= (unsafe ? 1 : 0) && kills <= MOST_KILLS,
                "--kills",
                (unsafe ? "1" : "0") + " to " + MOST_KILLS);
        Path wanted = database == null
                ? null
                : database.requireFile("the demo makes one and kills the process that writes to it")
                        .file();
        try (DemoFile file = DemoFile.at(wanted)) {
            long chosen = seed == null ? new SplittableRandom().nextInt(Integer.MAX_VALUE) : seed;
            DemoPlan plan = new DemoPlan(influencers, kills, chosen, unsafe, file.path());
            say("seed " + chosen + ", database " + plan.file());
            DemoReport report = new Demo(plan, this::say).run();
            show(report);
            if (report.isGood() || unsafe) {
                // A loss that was asked for is nothing to look into.
                file.discard();
            }
            return report.isGood() ? ExitCode.DONE : ExitCode.REFUSED;
        }
    }

    private void show(DemoReport report) {
        if (json.wanted()) {
            console.json(report.json());
            return;
        }
        say(report.steps() + " steps acknowledged in " + report.millis() + " ms, " + report.kills()
                + " kills with steps in flight; ended " + report.ended());
        say("recovered " + report.recovered() + " negotiations in " + report.recoverMicros() / 1_000 + " ms in all");
        say("compared state, revision, history (" + report.historyEntries() + " entries), context and thread of "
                + influencers + " negotiations and the tracker (" + report.agreements() + " agreements)");
        report.descriptions().stream().limit(FAULTS_SHOWN).forEach(fault -> say("  " + fault));
        if (report.descriptions().size() > FAULTS_SHOWN) {
            say("  and " + (report.descriptions().size() - FAULTS_SHOWN) + " more");
        }
        say(report.summary());
    }

    private void say(String line) {
        if (!json.wanted()) {
            console.line(line);
            console.flush();
        }
    }

    private static void require(boolean valid, String option, String range) {
        if (!valid) {
            throw new RefusedException(ErrorCode.BAD_REQUEST, option + " must lie within " + range);
        }
    }
}
