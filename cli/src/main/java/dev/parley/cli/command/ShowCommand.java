package dev.parley.cli.command;

import dev.parley.cli.console.Console;
import dev.parley.cli.desk.Desk;
import dev.parley.cli.json.NegotiationJson;
import dev.parley.cli.refusal.ExitCode;
import dev.parley.cli.store.OpenStore;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.InboundMessage;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Stored;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows everything about one negotiation. */
@Command(name = "show", description = "Show a negotiation with its context, its history and its messages.")
@SuppressWarnings("NullAway.Init") // picocli refuses a command line without its parameters
public final class ShowCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final StoreOption db = new StoreOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Parameters(paramLabel = "NEGOTIATION", description = "Its id.")
    private NegotiationId id;

    /** A command that prints to a console. */
    public ShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (OpenStore opened = db.open()) {
            NegotiationStore store = opened.store();
            Desk desk = Desk.on(store, InstantSource.system());
            Stored<Negotiation> stored = desk.find(id);
            List<OwedMessage> owed = desk.deliveries().of(id);
            List<InboundMessage> handled = store.handledBy(id);
            if (json.wanted()) {
                console.json(NegotiationJson.withMessages(stored, owed, handled));
            } else {
                NegotiationText.detail(stored).forEach(console::line);
                MessageText.lines(owed, handled).forEach(console::line);
            }
        }
        return ExitCode.DONE;
    }
}
