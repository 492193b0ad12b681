package dev.parley.cli.command;

import dev.parley.cli.console.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The rows that cannot be read, and what can be done about them. */
@Command(
        name = "quarantine",
        description = {
            "Look after the rows that cannot be read: each is kept as it was found.",
            "To mend one: export it, put right what is wrong in the copy, release it from there."
        })
public final class QuarantineCommand {
    private QuarantineCommand() {}

    /** The command with those below it. */
    public static CommandLine on(Console console) {
        return new CommandLine(new QuarantineCommand())
                .addSubcommand(new QuarantineListCommand(console))
                .addSubcommand(new QuarantineShowCommand(console))
                .addSubcommand(new QuarantineExportCommand(console))
                .addSubcommand(new QuarantineReleaseCommand(console));
    }
}
