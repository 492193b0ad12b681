package dev.parley.cli.command;

import dev.parley.cli.console.Console;
import dev.parley.cli.json.ImportJson;
import dev.parley.cli.refusal.ErrorCode;
import dev.parley.cli.refusal.ExitCode;
import dev.parley.cli.refusal.RefusedException;
import dev.parley.cli.store.FileAddress;
import dev.parley.cli.store.OpenStore;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.persistence.sqlite.legacy.LegacyDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes over what the Python system left behind. */
@Command(
        name = "import",
        description = {
            "Take over a database of the Python system, in one transaction; it is not touched.",
            "What is there already is left alone. Exits with 1 if something is to be looked at."
        })
@SuppressWarnings("NullAway.Init") // picocli refuses a command line without its parameters
public final class ImportCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final StoreOption db = new StoreOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Parameters(paramLabel = "LEGACY", description = "The database of the Python system.")
    private Path legacy;

    /** A command that prints to a console. */
    public ImportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        requireAnotherFile();
        // Read first: a source that cannot be read must not leave an empty database behind.
        LegacyDatabase source = LegacyDatabase.read(legacy);
        try (OpenStore opened = db.openOrCreate()) {
            NegotiationStore store = opened.store();
            LegacyDatabase.Report report = source.importInto(store);
            if (json.wanted()) {
                console.json(ImportJson.of(report));
            } else {
                print(report);
            }
            return report.findings().isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
        }
    }

    private void requireAnotherFile() {
        try {
            if (db.address() instanceof FileAddress there
                    && Files.exists(legacy)
                    && Files.exists(there.file())
                    && Files.isSameFile(legacy, there.file())) {
                throw new RefusedException(
                        ErrorCode.BAD_REQUEST, "--db is the database to import from; name another file");
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the files cannot be compared: " + unreadable.getMessage(), unreadable);
        }
    }

    private void print(LegacyDatabase.Report report) {
        console.line("campaigns      " + report.campaigns());
        console.line("negotiations   " + report.negotiations());
        console.line("already there  " + report.alreadyThere());
        console.line("to look at     " + report.findings().size());
        report.findings()
                .forEach(finding -> console.line("  " + finding.row()
                        + (finding.imported() ? " (imported): " : " (not imported): ") + finding.reason()));
    }
}
