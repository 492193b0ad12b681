package dev.parley.cli.command;

import dev.parley.cli.console.Console;
import dev.parley.cli.json.MigrationJson;
import dev.parley.cli.refusal.ErrorCode;
import dev.parley.cli.refusal.ExitCode;
import dev.parley.cli.refusal.RefusedException;
import dev.parley.cli.store.MigrationSteps;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Brings a database of an older version to this one. */
@Command(
        name = "migrate",
        description = {
            "Bring the tables of an older version to this one, in one transaction.",
            "Every command does so when it opens the database; this one does nothing else.",
            "There is no way back but a backup made before."
        })
public final class MigrateCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final StoreOption db = new StoreOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Option(names = "--dry-run", description = "Show what would be done, and change nothing.")
    private boolean dryRun;

    /** A command that prints to a console. */
    public MigrateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        MigrationSteps migration = db.address().migration();
        if (migration.from() == 0) {
            throw new RefusedException(
                    ErrorCode.STORE_FAILURE, db.address() + " has no tables of Parley; name another file");
        }
        if (!dryRun) {
            db.open().close();
        }
        if (json.wanted()) {
            console.json(MigrationJson.of(migration));
        } else {
            print(migration);
        }
        return ExitCode.DONE;
    }

    private void print(MigrationSteps migration) {
        console.line("version  " + migration.from());
        console.line((dryRun ? "would be " : "is now   ") + migration.to());
        if (dryRun) {
            migration.scripts().stream().flatMap(String::lines).forEach(line -> console.line("  " + line));
        }
    }
}
