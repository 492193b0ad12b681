package dev.parley.cli.command;

import dev.parley.application.Step;
import dev.parley.cli.console.Console;
import dev.parley.cli.desk.Desk;
import dev.parley.cli.json.NegotiationJson;
import dev.parley.cli.refusal.ExitCode;
import dev.parley.cli.store.OpenStore;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Stored;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the commands that move a negotiation on have in common. */
@Command
@SuppressWarnings("NullAway.Init") // picocli refuses a command line without its parameters
abstract class StepCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final StoreOption db = new StoreOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Parameters(index = "0", paramLabel = "NEGOTIATION", description = "Its id.")
    private NegotiationId id;

    @Option(names = "--revision", paramLabel = "N", description = "Refuse unless it stands at this revision.")
    private @Nullable Long revision;

    @Option(names = "--cause", paramLabel = "TEXT", description = "Why; the history keeps it.")
    private @Nullable String cause;

    StepCommand(Console console) {
        this.console = console;
    }

    abstract List<NegotiationEvent> events();

    @Override
    public final Integer call() {
        NegotiationEvent[] events = events().toArray(NegotiationEvent[]::new);
        try (OpenStore opened = db.open()) {
            NegotiationStore store = opened.store();
            Stored<Negotiation> after = Desk.on(store, InstantSource.system())
                    .advance(id, revision, before -> Step.on(before, events).because(cause))
                    .negotiation();
            if (json.wanted()) {
                console.json(NegotiationJson.full(after));
            } else {
                console.line(NegotiationText.line(after));
            }
        }
        return ExitCode.DONE;
    }
}
