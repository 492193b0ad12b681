package dev.parley.cli.command;

import dev.parley.cli.console.Console;
import dev.parley.cli.desk.Desk;
import dev.parley.cli.json.NegotiationJson;
import dev.parley.cli.store.OpenStore;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Stored;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lets the negotiations expire whose time for a reply is over. */
@Command(
        name = "expire",
        description = {
            "Turn the negotiations whose time for a reply is over to TIMEOUT, and list them.",
            "Each expires once, however many processes do this at the same time."
        })
public final class ExpireCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final StoreOption db = new StoreOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    /** A command that prints to a console. */
    public ExpireCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (OpenStore opened = db.open()) {
            NegotiationStore store = opened.store();
            Desk desk = Desk.on(store, InstantSource.system());
            return Pages.named(
                    desk.negotiations()
                            .expireOverdue(desk.clock().instant(), this::print)
                            .unreadable(),
                    console);
        }
    }

    private void print(Stored<Negotiation> expired) {
        if (json.wanted()) {
            console.json(NegotiationJson.brief(expired));
        } else {
            console.line(NegotiationText.line(expired));
        }
    }
}
