package dev.parley.cli.command;

import dev.parley.cli.console.Console;
import dev.parley.cli.copy.CopyReport;
import dev.parley.cli.copy.CopyReport.Outcome;
import dev.parley.cli.copy.StoreCopy;
import dev.parley.cli.json.CopyJson;
import dev.parley.cli.refusal.ErrorCode;
import dev.parley.cli.refusal.ExitCode;
import dev.parley.cli.refusal.RefusedException;
import dev.parley.cli.store.OpenStore;
import dev.parley.cli.store.StoreAddress;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Copies a whole store into another. */
@Command(
        name = "copy",
        description = {
            "Copy everything of one store into another, file or server, and compare the two.",
            "Nothing there is overwritten: what is the same stays, what differs is named. If it",
            "is interrupted, run it again and it goes on. Nobody may write to the source",
            "meanwhile, nor use the destination before both are equal. Exits with 1 if they are",
            "not, and with 3 if something at the source cannot be read."
        })
@SuppressWarnings("NullAway.Init") // picocli refuses a command line without a required option
public final class CopyCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--from", required = true, paramLabel = "FILE|URL", description = "The source; it must be there.")
    private StoreAddress from;

    @Option(names = "--to", required = true, paramLabel = "FILE|URL", description = "The destination; it may be new.")
    private StoreAddress to;

    @Option(
            names = "--skip-unreadable",
            description = {
                "Leave out what cannot be read, or stands in quarantine and still cannot: a",
                "negotiation with all that is of it, a message or a step alone."
            })
    private boolean skipUnreadable;

    @Mixin
    private final JsonOption json = new JsonOption();

    /** A command that prints to a console. */
    public CopyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (from.equals(to)) {
            throw new RefusedException(ErrorCode.BAD_REQUEST, "--from and --to are the same; name another destination");
        }
        // The source first: one that is mistyped must not leave an empty destination behind.
        try (OpenStore source = from.open();
                OpenStore destination = to.openOrCreate()) {
            ProgressLines progress = new ProgressLines(console, InstantSource.system());
            StoreCopy copy = new StoreCopy(source.store(), destination.store(), progress);
            CopyReport report = skipUnreadable ? copy.copyReadable() : copy.copy();
            if (json.wanted()) {
                console.json(CopyJson.of(report));
            } else {
                print(report);
            }
            return exitCode(report.outcome());
        }
    }

    private static int exitCode(Outcome outcome) {
        return switch (outcome) {
            case EQUAL -> ExitCode.DONE;
            case CONFLICT, DIFFERENT -> ExitCode.REFUSED;
            case UNREADABLE -> ExitCode.STORE_TROUBLE;
        };
    }

    private void print(CopyReport report) {
        console.line("campaigns     " + report.source().campaigns());
        console.line("negotiations  " + report.source().negotiations());
        console.line("handled       " + report.source().handled());
        console.line("steps         " + report.source().steps());
        console.line("owed          " + report.source().owed());
        console.line("written       " + report.written());
        console.line("unreadable    " + report.unreadable().size());
        report.unreadable().forEach(row -> console.line("  " + row.kind() + " " + row.id() + ": " + row.reason()));
        console.line("outcome       " + said(report.outcome()));
        report.findings().forEach(finding -> console.line("  " + finding.subject() + ": " + finding.problem()));
    }

    private String said(Outcome outcome) {
        return switch (outcome) {
            case EQUAL -> skipUnreadable ? "both are equal, but for what is unreadable" : "both are equal";
            case UNREADABLE ->
                "nothing was copied, as not all can be read; mend it, see quarantine, or say --skip-unreadable";
            case CONFLICT -> "something else stands at the destination, and was left as it is:";
            case DIFFERENT -> "the two differ:";
        };
    }
}
