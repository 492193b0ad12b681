package dev.parley.cli.command;

import dev.parley.cli.console.Console;
import dev.parley.cli.refusal.ExitCode;
import dev.parley.cli.store.OpenFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Copies a database that may be in use. */
@Command(
        name = "backup",
        description = {
            "Copy a database file as it stands at one moment into a new file, while others use",
            "it. To restore it, name the copy with --db. For PostgreSQL there is pg_dump."
        })
@SuppressWarnings("NullAway.Init") // picocli refuses a command line without its parameters
public final class BackupCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final StoreOption db = new StoreOption();

    @Parameters(paramLabel = "DEST", description = "The copy; the file must not exist.")
    private Path destination;

    /** A command that prints to a console. */
    public BackupCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (OpenFile opened = db.address()
                .requireFile("back a server up with pg_dump, or copy it into a file with parley copy")
                .open()) {
            opened.store().backup(destination);
            console.line(destination + " is complete");
        }
        return ExitCode.DONE;
    }
}
