package dev.parley.cli.command;

import dev.parley.cli.console.Console;
import dev.parley.cli.desk.Desk;
import dev.parley.cli.refusal.ErrorCode;
import dev.parley.cli.refusal.ExitCode;
import dev.parley.cli.refusal.RefusedException;
import dev.parley.cli.store.OpenStore;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.port.NegotiationStore;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Deletes a negotiation so that nothing of it can be found in the file. */
@Command(
        name = "erase",
        description = {
            "Delete a negotiation for good: its context, history, messages, and every trace of",
            "them in the file and its log, or as far as a server's client can go. Its campaign",
            "keeps the agreement. Backups are not touched. Nothing is asked, so --revision or",
            "--yes must be given."
        })
@SuppressWarnings("NullAway.Init") // picocli refuses a command line without its parameters
public final class EraseCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final StoreOption db = new StoreOption();

    @Parameters(paramLabel = "NEGOTIATION", description = "Its id.")
    private NegotiationId id;

    @Option(names = "--revision", paramLabel = "N", description = "Refuse unless it stands at this revision.")
    private @Nullable Long revision;

    @Option(names = "--yes", description = "Whatever revision it stands at.")
    private boolean yes;

    /** A command that prints to a console. */
    public EraseCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (revision == null && !yes) {
            throw new RefusedException(
                    ErrorCode.BAD_REQUEST, "erasing cannot be undone; name the --revision it stands at, or say --yes");
        }
        try (OpenStore opened = db.open()) {
            String left = opened.erase(id, revision == null ? latest(opened.store()) : revision);
            console.line("negotiation " + id + " is erased" + (left.isEmpty() ? "" : "; " + left));
        }
        return ExitCode.DONE;
    }

    private long latest(NegotiationStore store) {
        return Desk.on(store, InstantSource.system()).find(id).revision();
    }
}
