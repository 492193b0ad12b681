package dev.parley.cli.command;

import dev.parley.application.delivery.Deliveries;
import dev.parley.cli.console.Console;
import dev.parley.cli.desk.Desk;
import dev.parley.cli.json.OwedMessageJson;
import dev.parley.cli.refusal.ExitCode;
import dev.parley.cli.store.OpenStore;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.port.NegotiationStore;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Decides about one owed message, as a human may: retry, give up. */
@Command
@SuppressWarnings("NullAway.Init") // picocli refuses a command line without its parameters
public final class DeliveryCommand implements Callable<Integer> {
    private final Console console;
    private final BiFunction<Deliveries, MessageId, OwedMessage> decision;

    @Mixin
    private final StoreOption db = new StoreOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Parameters(paramLabel = "MESSAGE", description = "Its id.")
    private MessageId id;

    /**
     * @param decision what the command does
     */
    public DeliveryCommand(Console console, BiFunction<Deliveries, MessageId, OwedMessage> decision) {
        this.console = console;
        this.decision = decision;
    }

    @Override
    public Integer call() {
        try (OpenStore opened = db.open()) {
            NegotiationStore store = opened.store();
            OwedMessage decided =
                    decision.apply(Desk.on(store, InstantSource.system()).deliveries(), id);
            if (json.wanted()) {
                console.json(OwedMessageJson.brief(decided));
            } else {
                console.line(MessageText.line(decided));
            }
        }
        return ExitCode.DONE;
    }
}
