package dev.parley.cli.command;

import dev.parley.cli.console.Console;
import dev.parley.cli.json.QuarantinedRowJson;
import dev.parley.cli.store.OpenStore;
import dev.parley.documents.InstantText;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.QuarantinedRow;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows which rows are in quarantine. */
@Command(name = "list", description = "List them: number, since when, which row, what is wrong with it.")
final class QuarantineListCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final StoreOption db = new StoreOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    QuarantineListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (OpenStore opened = db.open()) {
            NegotiationStore store = opened.store();
            return Pages.each(store::quarantined, this::print, console);
        }
    }

    private void print(QuarantinedRow quarantined) {
        if (json.wanted()) {
            console.json(QuarantinedRowJson.brief(quarantined));
        } else {
            console.line(String.format(
                    "%6d  %-27s  %s %s: %s",
                    quarantined.number(),
                    InstantText.write(quarantined.since()),
                    quarantined.row().kind(),
                    quarantined.row().id(),
                    quarantined.row().reason()));
        }
    }
}
