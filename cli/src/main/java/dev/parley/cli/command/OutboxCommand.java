package dev.parley.cli.command;

import dev.parley.cli.console.Console;
import dev.parley.cli.desk.Desk;
import dev.parley.cli.json.OwedMessageJson;
import dev.parley.cli.refusal.ExitCode;
import dev.parley.cli.store.OpenStore;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.DeliveryState;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.port.DeliveryFilter;
import dev.parley.domain.port.NegotiationStore;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows which messages are owed. */
@Command(
        name = "outbox",
        description = {
            "List the messages that are not settled, in the order they were owed:",
            "state, attempts, when due, message, negotiation and the last problem."
        })
public final class OutboxCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final StoreOption db = new StoreOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Option(names = "--all", description = "Those that were sent or given up, too.")
    private boolean all;

    @Option(names = "--state", paramLabel = "STATE", description = "Those in one state, such as unconfirmed or failed.")
    private @Nullable DeliveryState state;

    @Option(names = "--negotiation", paramLabel = "NEGOTIATION", description = "Those of one negotiation.")
    private @Nullable NegotiationId negotiation;

    /** A command that prints to a console. */
    public OutboxCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (OpenStore opened = db.open()) {
            NegotiationStore store = opened.store();
            Desk desk = Desk.on(store, InstantSource.system());
            if (negotiation == null) {
                return Pages.each(page -> desk.deliveries().list(filter(), page), this::print, console);
            }
            desk.owedBy(negotiation).stream()
                    .filter(owed -> filter().accepts(owed.delivery()))
                    .forEach(this::print);
        }
        return ExitCode.DONE;
    }

    private DeliveryFilter filter() {
        if (state != null) {
            return DeliveryFilter.in(state);
        }
        return all ? DeliveryFilter.all() : DeliveryFilter.open();
    }

    private void print(OwedMessage owed) {
        if (json.wanted()) {
            console.json(OwedMessageJson.brief(owed));
        } else {
            console.line(MessageText.line(owed));
        }
    }
}
