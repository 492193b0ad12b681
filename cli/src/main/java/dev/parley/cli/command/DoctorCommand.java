package dev.parley.cli.command;

import dev.parley.cli.console.Console;
import dev.parley.cli.json.ExaminationJson;
import dev.parley.cli.refusal.ExitCode;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import dev.parley.persistence.sqlite.SqliteNegotiationStore.Examination;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Looks for damage in a database. */
@Command(
        name = "doctor",
        description = {
            "Look for damage: the database's own checks, every row's checksum, every history.",
            "Changes nothing. Exits with 3 if something is damaged."
        })
public final class DoctorCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final StoreOption db = new StoreOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    /** A command that prints to a console. */
    public DoctorCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (SqliteNegotiationStore store = db.open()) {
            Examination examination = store.examine();
            if (json.wanted()) {
                console.json(ExaminationJson.of(examination));
            } else {
                print(examination);
            }
            return examination.isDamaged() ? ExitCode.STORE_TROUBLE : ExitCode.DONE;
        }
    }

    private void print(Examination examination) {
        console.line("campaigns     " + examination.campaigns());
        console.line("negotiations  " + examination.negotiations());
        console.line("messages      " + examination.messages());
        console.line("journal mode  " + examination.journalMode());
        console.line("synchronous   " + examination.synchronous());
        console.line("damaged       " + (examination.isDamaged() ? "yes" : "no"));
        examination
                .findings()
                .forEach(
                        finding -> console.line("  " + finding.severity().name().toLowerCase(Locale.ROOT) + ": "
                                + finding.subject() + ": " + finding.problem()));
    }
}
