package dev.parley.cli.command;

import dev.parley.cli.console.Console;
import dev.parley.cli.json.QuarantinedRowJson;
import dev.parley.cli.refusal.ExitCode;
import dev.parley.cli.store.OpenStore;
import dev.parley.documents.InstantText;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.QuarantinedRow;
import dev.parley.domain.port.QuarantinedRowNotFoundException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows everything about one row in quarantine. */
@Command(name = "show", description = "Show a row with everything that is stored of it.")
final class QuarantineShowCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final StoreOption db = new StoreOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Parameters(paramLabel = "NUMBER", description = "Its number in the list.")
    private long number;

    QuarantineShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (OpenStore opened = db.open()) {
            NegotiationStore store = opened.store();
            QuarantinedRow quarantined =
                    store.findQuarantined(number).orElseThrow(() -> new QuarantinedRowNotFoundException(number));
            if (json.wanted()) {
                console.json(QuarantinedRowJson.full(quarantined));
            } else {
                print(quarantined);
            }
        }
        return ExitCode.DONE;
    }

    private void print(QuarantinedRow quarantined) {
        console.line("number  " + quarantined.number());
        console.line(
                "row     " + quarantined.row().kind() + " " + quarantined.row().id());
        console.line("reason  " + quarantined.row().reason());
        console.line("since   " + InstantText.write(quarantined.since()));
        console.line("raw     " + quarantined.raw());
    }
}
