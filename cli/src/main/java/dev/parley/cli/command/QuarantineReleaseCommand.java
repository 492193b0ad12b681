package dev.parley.cli.command;

import dev.parley.cli.console.Console;
import dev.parley.cli.refusal.ExitCode;
import dev.parley.cli.store.OpenStore;
import dev.parley.domain.port.NegotiationStore;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets a row out of quarantine. */
@Command(
        name = "release",
        description = {
            "Let a row out that can be read again, as after a newer version was installed.",
            "With --from, put mended content in its place first. What still cannot be read stays."
        })
final class QuarantineReleaseCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final StoreOption db = new StoreOption();

    @Parameters(paramLabel = "NUMBER", description = "Its number in the list.")
    private long number;

    @Option(names = "--from", paramLabel = "FILE", description = "An export of the row that was mended.")
    private @Nullable Path mended;

    QuarantineReleaseCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        String raw = mended == null ? null : RawFile.read(mended);
        try (OpenStore opened = db.open()) {
            NegotiationStore store = opened.store();
            if (raw == null) {
                store.release(number);
            } else {
                store.release(number, raw);
            }
            console.line("row " + number + " is released");
        }
        return ExitCode.DONE;
    }
}
