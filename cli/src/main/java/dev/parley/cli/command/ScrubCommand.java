package dev.parley.cli.command;

import dev.parley.cli.console.Console;
import dev.parley.cli.refusal.ExitCode;
import dev.parley.cli.store.OpenFile;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Overwrites what deleted rows have left behind. */
@Command(
        name = "scrub",
        description = {
            "Overwrite what is left in the file and its log of rows that were deleted or changed.",
            "For database files; on PostgreSQL there is a full vacuum.",
            "Once after many deletions, or if erase could not be done to the end."
        })
public final class ScrubCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final StoreOption db = new StoreOption();

    /** A command that prints to a console. */
    public ScrubCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (OpenFile opened = db.address()
                .requireFile("on a server a full vacuum writes its tables anew")
                .open()) {
            opened.store().scrub();
            console.line(db.address() + " is scrubbed");
        }
        return ExitCode.DONE;
    }
}
