package dev.parley.cli.command;

import dev.parley.cli.console.Console;
import dev.parley.cli.json.CheckupJson;
import dev.parley.cli.refusal.ExitCode;
import dev.parley.cli.store.Checkup;
import dev.parley.cli.store.OpenStore;
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
        try (OpenStore opened = db.open()) {
            Checkup checkup = opened.checkup();
            if (json.wanted()) {
                console.json(CheckupJson.of(checkup));
            } else {
                print(checkup);
            }
            return checkup.isDamaged() ? ExitCode.STORE_TROUBLE : ExitCode.DONE;
        }
    }

    private void print(Checkup checkup) {
        line("campaigns", checkup.campaigns());
        line("negotiations", checkup.negotiations());
        line("messages", checkup.messages());
        checkup.settings().forEach((name, value) -> line(name.replace('_', ' '), value));
        line("damaged", checkup.isDamaged() ? "yes" : "no");
        checkup.findings()
                .forEach(finding ->
                        console.line("  " + finding.severity() + ": " + finding.subject() + ": " + finding.problem()));
    }

    private void line(String name, Object value) {
        console.line(name + " ".repeat(Math.max(2, 14 - name.length())) + value);
    }
}
