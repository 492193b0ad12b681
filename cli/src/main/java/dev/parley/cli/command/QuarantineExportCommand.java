package dev.parley.cli.command;

import dev.parley.cli.console.Console;
import dev.parley.cli.refusal.ExitCode;
import dev.parley.cli.store.OpenStore;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.QuarantinedRow;
import dev.parley.domain.port.QuarantinedRowNotFoundException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes a row in quarantine to a file, to be mended there. */
@Command(name = "export", description = "Write what is stored of a row to a new file that its owner alone can read.")
@SuppressWarnings("NullAway.Init") // picocli refuses a command line without its parameters
final class QuarantineExportCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final StoreOption db = new StoreOption();

    @Parameters(index = "0", paramLabel = "NUMBER", description = "Its number in the list.")
    private long number;

    @Parameters(index = "1", paramLabel = "FILE", description = "The file; it must not exist.")
    private Path file;

    QuarantineExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (OpenStore opened = db.open()) {
            NegotiationStore store = opened.store();
            QuarantinedRow quarantined =
                    store.findQuarantined(number).orElseThrow(() -> new QuarantinedRowNotFoundException(number));
            RawFile.write(file, quarantined.raw());
            console.line(file + " is complete");
        }
        return ExitCode.DONE;
    }
}
