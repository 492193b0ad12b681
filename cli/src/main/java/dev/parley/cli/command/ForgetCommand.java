package dev.parley.cli.command;

import dev.parley.cli.console.Console;
import dev.parley.cli.desk.Desk;
import dev.parley.cli.refusal.ExitCode;
import dev.parley.cli.store.OpenStore;
import dev.parley.domain.port.NegotiationStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Forgets what negotiations that have ended had handled. */
@Command(
        name = "forget",
        description = {
            "Forget the messages that negotiations had handled, and the keys of their steps,",
            "of those that ended before some time. The negotiations themselves stay."
        })
@SuppressWarnings("NullAway.Init") // picocli refuses a command line without a required option
public final class ForgetCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final StoreOption db = new StoreOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Option(names = "--before", required = true, paramLabel = "INSTANT", description = "Such as 2026-01-15T12:00:00Z.")
    private Instant before;

    /** A command that prints to a console. */
    public ForgetCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (OpenStore opened = db.open()) {
            NegotiationStore store = opened.store();
            long forgotten =
                    Desk.on(store, InstantSource.system()).negotiations().forgetHandled(before);
            if (json.wanted()) {
                console.json(Map.of("negotiations", forgotten));
            } else {
                console.line("negotiations  " + forgotten);
            }
        }
        return ExitCode.DONE;
    }
}
